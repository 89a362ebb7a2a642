import { useEffect, useMemo, useState } from 'react';
import { ENGLISH, speech, type Speech } from '../../../words/words.ts';
import { entriesOf } from './entries.ts';
import type { Entry, Group } from './entry.ts';
import { fitness } from './match.ts';
import { pasteEntries } from './pasteEntries.ts';
import type { Situation } from './situation.ts';
import { fetchSpeech, inLanguage, otherLanguages } from './tongues.ts';

/**
 * The entries that fit what is typed, group by group, those that fit best first; all of them when nothing is typed. They are
 * found by their names in every language: English is always there, others are fetched when somebody types in them.
 */
export function usePaletteEntries(situation: Situation, typed: string): readonly Entry[] {
  const foreign = /[^\P{L}\p{Script=Latin}]/u.test(typed);
  const speeches = useOtherSpeeches(foreign);
  const entries = useMemo(() => entriesOf(situation), [situation]);
  const named = useMemo(() => {
    const others = speeches.map((other) => inLanguage(other, () => labelsById(entriesOf(situation))));
    return entries.map((entry) => ({
      entry,
      names: [entry.label, ...others.flatMap((labels) => labels.get(entry.id) ?? []), ...(entry.also ?? [])],
    }));
  }, [entries, situation, speeches]);
  return useMemo(() => {
    const text = typed.trim();
    if (text === '') return entries;
    const { first, last } = pasteEntries(text, situation);
    return [...first, ...fitting(named, text), ...last];
  }, [entries, named, situation, typed]);
}

/** The languages but the page's own in which names are known by now. */
function useOtherSpeeches(wanted: boolean): readonly Speech[] {
  const [speeches, setSpeeches] = useState<readonly Speech[]>(() =>
    speech().language === ENGLISH.language ? [] : [ENGLISH],
  );
  useEffect(() => {
    if (!wanted) return undefined;
    let gone = false;
    Promise.all(otherLanguages().map(fetchSpeech)).then(
      (fetched) => gone || setSpeeches(fetched),
      // Names in the page's own language are found all the same.
      () => {},
    );
    return () => {
      gone = true;
    };
  }, [wanted]);
  return speeches;
}

function labelsById(entries: readonly Entry[]): ReadonlyMap<string, string> {
  return new Map(entries.map(({ id, label }) => [id, label]));
}

/** Groups stay together: the one with the best fit comes first, and in it what fits best. */
function fitting(
  named: readonly { readonly entry: Entry; readonly names: readonly string[] }[],
  text: string,
): Entry[] {
  const groups = new Map<Group, { entry: Entry; score: number }[]>();
  for (const { entry, names } of named) {
    const score = fitness(text, names);
    if (score === 0) continue;
    groups.set(entry.group, [...(groups.get(entry.group) ?? []), { entry, score }]);
  }
  // Sorting keeps what fits as well as another in the order of the table.
  return [...groups.values()]
    .map((group) => group.sort((a, b) => b.score - a.score))
    .sort(([a], [b]) => (b?.score ?? 0) - (a?.score ?? 0))
    .flatMap((group) => group.map(({ entry }) => entry));
}
