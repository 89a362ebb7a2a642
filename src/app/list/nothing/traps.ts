import { BOUNDS, RANGE_FIELD_NAMES, RANGE_FIELDS, type RangeField } from '../../../toloka/filters.ts';
import type { ListQuery } from '../../../toloka/listSearch.ts';
import { resolveDate } from '../../../toloka/relativeTime.ts';
import { compareUtc } from '../../../toloka/timeOrder.ts';
import { formatUtc } from '../../../toloka/time.ts';
import {
  isKnownStatus,
  isKnownType,
  isTerminal,
  OPERATION_TYPES,
  statusLabel,
} from '../../../toloka/vocabulary.ts';
import { andList } from '../../../words/lists.ts';
import { t } from '../../../words/words.ts';
import { boundsOf, type SetBound, type Side } from '../filters/boundNames.ts';
import { choiceWords } from '../filters/choices.ts';
import { decidingBound } from '../filters/timeRange.ts';

/**
 * Something about a query that is known to leave operations out without having asked. `never`: as it stands, nothing
 * can match; `hint`: worth knowing.
 */
export type Trap = { readonly kind: 'never' | 'hint'; readonly text: string };

/** The traps that a query has walked into at the instant `now` (epoch ms), those that are certain first. */
export function trapsOf(query: ListQuery, now: number): readonly Trap[] {
  const found = [
    ...unfinished(query),
    ...emptyRanges(query, now),
    ...finishedTooEarly(query, now),
    ...inTheFuture(query, now),
    ...clientTypes(query),
    ...ids(query),
  ];
  return [...found.filter(({ kind }) => kind === 'never'), ...found.filter(({ kind }) => kind === 'hint')];
}

const TIME_FIELDS = RANGE_FIELD_NAMES.filter((field) => RANGE_FIELDS[field].kind === 'time');

function unfinished({ statuses, bounds }: ListQuery): Trap[] {
  if (boundsOf('finished', bounds).length === 0) return [];
  const running = statuses.filter((status) => isKnownStatus(status) && !isTerminal(status));
  if (statuses.length > 0 && running.length === statuses.length) {
    const named = andList(
      running.map((status) => t('{status}##in a sentence', { status: statusLabel(status) })),
    );
    const text = t('{statuses} operations have no finish time yet, so no Finished range holds any.', {
      statuses: named,
    });
    return [{ kind: 'never', text }];
  }
  if (statuses.length > 0 && running.length === 0) return [];
  const text = t(
    'The Finished range leaves out what is still pending or running: it has no finish time yet.',
  );
  return [{ kind: 'hint', text }];
}

function emptyRanges({ bounds }: ListQuery, now: number): Trap[] {
  return TIME_FIELDS.filter((field) => {
    const lower = decidingBound(field, bounds, 'lower', now);
    const upper = decidingBound(field, bounds, 'upper', now);
    if (!lower || !upper) return false;
    const order = compareUtc(meaning(lower, now), meaning(upper, now));
    return order > 0 || (order === 0 && !(BOUNDS[lower.bound].inclusive && BOUNDS[upper.bound].inclusive));
  }).map((field) => ({
    kind: 'never',
    text: t('{field} ends before it begins: no time lies in between.', {
      field: t(RANGE_FIELDS[field].label),
    }),
  }));
}

function finishedTooEarly({ bounds }: ListQuery, now: number): Trap[] {
  const begins = at('submitted', 'lower');
  const ends = at('finished', 'upper');
  if (begins === null || ends === null || compareUtc(begins, ends) <= 0) return [];
  return [
    {
      kind: 'never',
      text: t('Finished ends before Submitted begins, and nothing finishes before it is submitted.'),
    },
  ];

  function at(field: RangeField, side: Side): string | null {
    const bound = decidingBound(field, bounds, side, now);
    return bound && meaning(bound, now);
  }
}

function inTheFuture({ bounds }: ListQuery, now: number): Trap[] {
  return TIME_FIELDS.filter((field) => {
    const lower = decidingBound(field, bounds, 'lower', now);
    return lower !== null && compareUtc(meaning(lower, now), formatUtc(now)) > 0;
  }).map((field) => ({
    kind: 'never',
    text: t('{field} begins in the future.', { field: t(RANGE_FIELDS[field].label) }),
  }));
}

function clientTypes({ types }: ListQuery): Trap[] {
  const unseen = types.filter((type) => isKnownType(type) && !OPERATION_TYPES[type].fromServer);
  if (unseen.length === 0) return [];
  return [
    {
      kind: unseen.length === types.length ? 'never' : 'hint',
      text: t('“{type}” exists in client programs only: the server lists no such operation.', {
        type: choiceWords('types', unseen),
      }),
    },
  ];
}

function ids({ bounds }: ListQuery): Trap[] {
  if (boundsOf('id', bounds).length === 0) return [];
  return [
    { kind: 'hint', text: t('IDs are not in the order of time: a later ID need not be a newer operation.') },
  ];
}

function meaning({ value }: SetBound, now: number): string {
  return resolveDate(value, now) ?? value;
}
