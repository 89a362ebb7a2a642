import type { Operation } from '../../../toloka/operation.ts';
import { isTerminal } from '../../../toloka/vocabulary.ts';
import { plural, t } from '../../../words/words.ts';
import { formatCount } from '../../ui/format.ts';
import { entryOf, MAX_WATCHED, type WatchList } from '../../watch/watched.ts';
import type { Selected } from './selection.ts';

/** As many operations as stand side by side in a comparison. */
export const COMPARED = { least: 2, most: 4 } as const;

/** The selected operations as the rows say now, in the rows' order; those that are no longer on screen come last. */
export function chosenOf(
  selected: Selected,
  rows: readonly Operation[],
): { readonly operations: readonly Operation[]; readonly away: number } {
  const here = rows.filter(({ id }) => selected.has(id));
  const ids = new Set(here.map(({ id }) => id));
  const away = [...selected.values()].filter(({ id }) => !ids.has(id));
  return { operations: [...here, ...away], away: away.length };
}

/** Why so many cannot be compared; null when they can. */
export function whyNotCompared(count: number): string | null {
  if (count < COMPARED.least) return t('Select one more to compare');
  return count > COMPARED.most ? t('At most {n} can be compared', { n: COMPARED.most }) : null;
}

/** What the button for watching does to a selection: take up `open`, or let go of what is watched; or why neither. */
export type WatchOffer =
  | { readonly kind: 'watch'; readonly operations: readonly Operation[] }
  | { readonly kind: 'stop'; readonly operations: readonly Operation[] }
  | { readonly kind: 'nothing'; readonly reason: string };

/** Watching is offered as long as one of the operations still runs and is not watched. */
export function watchOffer(
  operations: readonly Operation[],
  environment: string,
  list: WatchList,
): WatchOffer {
  const isWatched = ({ id }: Operation) => entryOf(list, environment, id) !== null;
  const open = operations.filter((operation) => !isTerminal(operation.status) && !isWatched(operation));
  if (open.length > 0) return { kind: 'watch', operations: open };
  const watched = operations.filter(isWatched);
  if (watched.length > 0) return { kind: 'stop', operations: watched };
  return {
    kind: 'nothing',
    reason: operations.length === 1 ? t('It has ended') : t('All of them have ended'),
  };
}

/** What came of taking up `wanted` operations, of which `taken` found room; `ended` of the selection had ended before. */
export function watchedWords(wanted: number, taken: number, ended: number): string {
  const left = wanted - taken;
  const parts = [
    taken > 0 ? t('Watching {n}', { n: formatCount(taken) }) : '',
    left > 0 ? t('no room for {n} (at most {most})', { n: formatCount(left), most: MAX_WATCHED }) : '',
    ended > 0 ? plural(ended, '{n} has ended already', '{n} have ended already') : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}
