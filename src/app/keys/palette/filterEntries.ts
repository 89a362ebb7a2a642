import type { RangeField } from '../../../toloka/filters.ts';
import { changeQuery } from '../../../toloka/formatSearch.ts';
import type { ListSearch } from '../../../toloka/listSearch.ts';
import { t, type Text } from '../../../words/words.ts';
import { cleared, countSet } from '../../list/filters/attributes.ts';
import { boundParametersOf } from '../../list/filters/boundNames.ts';
import { CHOICE_NAMES, optionsOf, type ChoiceName } from '../../list/filters/choices.ts';
import { toggleCode } from '../../list/filters/picking.ts';
import { RELATIVE_PRESETS } from '../../list/filters/relativeWords.ts';
import { applyPreset } from '../../list/filters/timeRange.ts';
import { listHref } from '../../links.ts';
import type { Entry } from './entry.ts';
import type { Situation } from './situation.ts';

type Preset = (typeof RELATIVE_PRESETS)[number];

const CHOICE_WORDS = {
  statuses: { add: 'Status: {value}', remove: 'Status: no longer {value}' },
  types: { add: 'Type: {value}', remove: 'Type: no longer {value}' },
} as const satisfies Record<ChoiceName, { add: Text; remove: Text }>;

const RANGE_WORDS = {
  submitted: {
    'now-15m': 'Submitted in the last 15 minutes',
    'now-1h': 'Submitted in the last hour',
    'now-24h': 'Submitted in the last 24 hours',
    'now-7d': 'Submitted in the last 7 days',
    'now-30d': 'Submitted in the last 30 days',
  },
  finished: {
    'now-15m': 'Finished in the last 15 minutes',
    'now-1h': 'Finished in the last hour',
    'now-24h': 'Finished in the last 24 hours',
    'now-7d': 'Finished in the last 7 days',
    'now-30d': 'Finished in the last 30 days',
  },
} as const satisfies Partial<Record<RangeField, Record<Preset, Text>>>;

/** One filter more, or one less, each as the list's own bar would set it: by one step to another address. */
export function filterEntries({ environment, search }: Situation): Entry[] {
  const entry = (id: string, label: string, next: ListSearch, also: readonly string[] = []): Entry => ({
    id: `filter:${id}`,
    group: 'filters',
    label,
    also,
    act: { kind: 'go', href: listHref(environment, next) },
  });
  const choices = CHOICE_NAMES.flatMap((name) =>
    optionsOf(name, search.query[name]).map(({ code, words }) => {
      const { add, remove } = CHOICE_WORDS[name];
      const label = t(search.query[name].includes(code) ? remove : add, { value: words });
      return entry(`${name}:${code}`, label, toggleCode(search, name, code), [code]);
    }),
  );
  const ranges = (['submitted', 'finished'] as const).flatMap((field) =>
    RELATIVE_PRESETS.map((preset) => {
      const bounds = applyPreset(field, search.query.bounds, preset);
      const next = changeQuery(search, { bounds }, boundParametersOf(field));
      return entry(`${field}:${preset}`, t(RANGE_WORDS[field][preset]), next, [preset]);
    }),
  );
  const isSet = countSet(search.query) + search.faults.length > 0;
  const clear = isSet ? [entry('clear', t('Clear all filters'), cleared(search))] : [];
  return [...clear, ...choices, ...ranges];
}
