import { t, type Text } from '../words/words.ts';
import { isOperationId } from './endpoints.ts';
import {
  BOUND_PARAMETERS,
  DEFAULT_LIMIT,
  DEFAULT_SORT,
  LIST_PARAMETERS,
  MAX_LIMIT,
  RANGE_FIELDS,
} from './filters.ts';
import type { BoundParameter, SortKey } from './filters.ts';
import { MAX_FIND, MAX_STREAMS, type Fault, type ListSearch } from './listSearch.ts';
import { nearest } from './nearest.ts';
import { parseBoundary, type Place } from './place.ts';
import { relativeAgoMs } from './relativeTime.ts';
import { formatSort, isSortField, parseSort } from './sort.ts';
import { toApiTime } from './time.ts';
import { KNOWN_STATUSES, KNOWN_TYPES, looksLikeCode } from './vocabulary.ts';

/** Parameters that the app adds to the API's own. */
export const APP_PARAMETERS = ['find', 'updates', 'after', 'before'] as const;

type Problem = { readonly reason: string; readonly suggestion: string | null };
type Reading<Value> = { readonly value: Value } | Problem;

/**
 * Reads a list URL's query string. What cannot be understood ends in `faults` with its reason, raw and in full: it is
 * never dropped and never widens the list. Never throws, whatever the text.
 */
export function parseListSearch(text: string): ListSearch {
  const types: string[] = [];
  const statuses: string[] = [];
  const bounds: Partial<Record<BoundParameter, string>> = {};
  const faults: Fault[] = [];
  const places: { side: Place['side']; value: string }[] = [];
  let sort: readonly SortKey[] = DEFAULT_SORT;
  let limit: number = DEFAULT_LIMIT;
  let find: string | null = null;
  let paused = false;
  const entries = [...new URLSearchParams(text)];
  const seen = new Set<string>();
  const doubled = new Set<string>();
  for (const [name] of entries) (seen.has(name) ? doubled : seen).add(name);

  for (const [parameter, value] of entries) {
    const take = <Value>(reading: Reading<Value>, accept: (value: Value) => void) => {
      if ('value' in reading) accept(reading.value);
      else faults.push({ parameter, value, ...reading });
    };
    const repeatable = parameter === 'type' || parameter === 'status';
    const bound = BOUND_PARAMETERS.get(parameter);
    if (!repeatable && doubled.has(parameter)) {
      // None of them counts: were the first one taken, a default among them would vanish from the next URL and the
      // other would come into force unasked.
      take<never>(problem(t('is given twice')), () => {});
    } else if (parameter === 'type') {
      take(readCode(value, KNOWN_TYPES, '“{value}” is not a type'), (code) => addOnce(types, code));
    } else if (parameter === 'status') {
      take(readCode(value, KNOWN_STATUSES, '“{value}” is not a status'), (code) => addOnce(statuses, code));
    } else if (bound) {
      take(RANGE_FIELDS[bound.field].kind === 'id' ? readId(value) : readDate(value), (read) => {
        bounds[bound.name] = read;
      });
    } else if (parameter === 'sort') {
      take(readSort(value), (keys) => (sort = keys));
    } else if (parameter === 'limit') {
      take(readLimit(value), (count) => (limit = count));
    } else if (parameter === 'find') {
      take(readFind(value), (text) => (find = text));
    } else if (parameter === 'updates') {
      take(
        value === 'paused' ? { value } : problem(t('can only be “paused”'), 'paused'),
        () => (paused = true),
      );
    } else if (parameter === 'after' || parameter === 'before') {
      places.push({ side: parameter, value });
    } else {
      take<never>(unknownParameter(parameter), () => {});
    }
  }

  const place = find === null ? readPlace(places, sort, faults) : refusePlaces(places, faults);
  const streams = Math.max(1, types.length) * Math.max(1, statuses.length);
  if (streams > MAX_STREAMS) {
    const [parameter, other, list] =
      types.length < statuses.length
        ? (['status', 'type', statuses] as const)
        : (['type', 'status', types] as const);
    const reason = t('and {other} together make {streams} lists to merge; at most {most} are possible', {
      other,
      streams,
      most: MAX_STREAMS,
    });
    faults.push({ parameter, value: list.pop() ?? '', reason, suggestion: null });
  }
  return { query: { types, statuses, bounds, sort, limit, find }, place, paused, faults };
}

function readPlace(
  places: readonly { side: Place['side']; value: string }[],
  sort: readonly SortKey[],
  faults: Fault[],
): Place | null {
  const [first, second] = places;
  if (!first) return null;
  const boundary = parseBoundary(first.value, sort);
  if (!boundary) {
    const { side: parameter, value } = first;
    faults.push({ parameter, value, ...problem(t('is not a place in a list with this order')) });
  }
  if (second) {
    const { side: parameter, value } = second;
    faults.push({ parameter, value, ...problem(t('is a second place in the list')) });
  }
  return boundary && { side: first.side, boundary };
}

/** What is found is one growing list without pages. */
function refusePlaces(places: readonly { side: Place['side']; value: string }[], faults: Fault[]): null {
  for (const { side: parameter, value } of places) {
    faults.push({ parameter, value, ...problem(t('cannot be combined with find, which has no pages')) });
  }
  return null;
}

function readCode(value: string, known: readonly string[], unknown: Text): Reading<string> {
  if (known.includes(value)) return { value };
  if (value === '') return problem(t('is empty'));
  // One slip away from a known code is taken for a slip; anything else that looks like a code may be a new one.
  const slip = nearest(value, known, 1);
  if (slip !== null) return problem(t(unknown, { value: shorten(value) }), slip);
  if (looksLikeCode(value)) return { value };
  return problem(t(unknown, { value: shorten(value) }), nearest(value, known, 3));
}

function readId(value: string): Reading<string> {
  if (value === '') return problem(t('is empty'));
  return isOperationId(value)
    ? { value }
    : problem(t('“{value}” cannot be an operation’s ID', { value: shorten(value) }));
}

/** Blanks around the text do not count, so that they cannot be looked for either. */
function readFind(value: string): Reading<string> {
  const text = value.trim();
  if (text === '') return problem(t('is empty'));
  const length = text.length;
  return length <= MAX_FIND
    ? { value: text }
    : problem(t('has {length} characters; at most {most} are possible', { length, most: MAX_FIND }));
}

function readDate(value: string): Reading<string> {
  if (value === '') return problem(t('is empty'));
  const date = relativeAgoMs(value) === null ? toApiTime(value) : value;
  if (date !== null) return { value: date };
  const tidied = toApiTime(value.trim().replace(' ', 'T'));
  return problem(
    t('“{value}” is not a date', { value: shorten(value) }),
    tidied ?? (value === 'yesterday' ? 'now-24h' : null),
  );
}

function readSort(value: string): Reading<readonly SortKey[]> {
  const keys = parseSort(value);
  if (!('reason' in keys)) return { value: keys };
  const usable = parseSort(
    [...new Set(value.split(',').filter((key) => isSortField(key.replace(/^-/, ''))))].join(','),
  );
  return problem(keys.reason, 'reason' in usable ? null : formatSort(usable));
}

function readLimit(value: string): Reading<number> {
  const count = /^\d{1,9}$/.test(value) ? Number(value) : NaN;
  if (count >= 1 && count <= MAX_LIMIT) return { value: count };
  const near = Number.isNaN(count) ? DEFAULT_LIMIT : Math.min(MAX_LIMIT, Math.max(1, count));
  return problem(
    t('“{value}” is not a number from 1 to {most}', { value: shorten(value), most: MAX_LIMIT }),
    String(near),
  );
}

function unknownParameter(parameter: string): Problem {
  const near = nearest(parameter, [...LIST_PARAMETERS, ...APP_PARAMETERS], 2);
  return problem(
    near === null
      ? t('is not a filter of this list')
      : t('is not a filter of this list; did you mean {near}?', { near }),
  );
}

function problem(reason: string, suggestion: string | null = null): Problem {
  return { reason, suggestion };
}

function addOnce(list: string[], value: string): void {
  if (!list.includes(value)) list.push(value);
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
