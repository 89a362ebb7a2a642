import { isOperationId } from '../toloka/endpoints.ts';
import {
  BOUND_PARAMETERS,
  BOUNDS,
  DEFAULT_LIMIT,
  LIST_PARAMETERS,
  MAX_LIMIT,
  RANGE_FIELDS,
  RANGE_FIELD_NAMES,
  type RangeField,
  type SortKey,
} from '../toloka/filters.ts';
import { looksLikeCode } from '../toloka/vocabulary.ts';
import { badParameter } from './errors.ts';
import { parseMicros } from './micros.ts';

/** One end of a range; a time's value is µs, an ID's is the ID. */
export type QueryBound = {
  readonly side: 'lower' | 'upper';
  readonly inclusive: boolean;
  readonly value: string | number;
};

/** A list request that passed every check. */
export type ListQuery = {
  readonly type: string | null;
  readonly status: string | null;
  readonly bounds: Readonly<Record<RangeField, readonly QueryBound[]>>;
  readonly sort: readonly SortKey[];
  readonly limit: number;
};

/**
 * The order when a request names none: the API does not say which, so this is the emulator's choice, oldest first. No
 * client may rely on it.
 */
const UNSORTED: readonly SortKey[] = [{ field: 'submitted', direction: 'asc' }];

/**
 * Reads the list's query strictly. Throws an `ApiFailure` of 400 for a parameter that the API does not have, one given
 * twice, an empty or malformed value, and a limit outside 1–300 (reference, "Standard query parameters").
 */
export function parseListQuery(search: URLSearchParams): ListQuery {
  checkNames(search, LIST_PARAMETERS);
  const bounds = Object.fromEntries(RANGE_FIELD_NAMES.map((field) => [field, [] as QueryBound[]]));
  for (const [name, text] of search) {
    const bound = BOUND_PARAMETERS.get(name);
    if (bound)
      bounds[bound.field]?.push({ ...BOUNDS[bound.bound], value: boundValue(bound.field, name, text) });
  }
  return {
    type: code(search, 'type'),
    status: code(search, 'status'),
    bounds: bounds as Record<RangeField, QueryBound[]>,
    sort: sortKeys(search.get('sort')),
    limit: limitOf(search.get('limit')),
  };
}

/** Throws an `ApiFailure` of 400 for a parameter outside `known`, one given twice, or one without a value. */
export function checkNames(search: URLSearchParams, known: readonly string[]): void {
  const seen = new Set<string>();
  for (const [name, text] of search) {
    if (!known.includes(name)) throw badParameter(name, 'UNKNOWN_PARAMETER', 'no such parameter');
    if (seen.has(name)) throw badParameter(name, 'DUPLICATE_PARAMETER', 'given more than once');
    if (text === '') throw badParameter(name, 'VALUE_REQUIRED', 'empty value');
    seen.add(name);
  }
}

function boundValue(field: RangeField, name: string, text: string): string | number {
  if (RANGE_FIELDS[field].kind === 'id') {
    if (!isOperationId(text)) throw badParameter(name, 'VALUE_NOT_ALLOWED', 'not an operation ID');
    return text;
  }
  const us = parseMicros(text);
  if (us === null) {
    throw badParameter(
      name,
      'INVALID_DATE',
      'expected YYYY-MM-DDThh:mm:ss[.sss] or YYYY-MM-DD, UTC without Z',
    );
  }
  return us;
}

function code(search: URLSearchParams, name: string): string | null {
  const text = search.get(name);
  if (text !== null && !looksLikeCode(text)) throw badParameter(name, 'VALUE_NOT_ALLOWED', 'not a code');
  return text;
}

function sortKeys(text: string | null): readonly SortKey[] {
  if (text === null) return UNSORTED;
  const keys = text.split(',').map(sortKey);
  const fields = new Set(keys.map((key) => key.field));
  if (fields.size < keys.length) throw badParameter('sort', 'VALUE_NOT_ALLOWED', 'a key is given twice');
  return keys;
}

function sortKey(text: string): SortKey {
  const name = text.startsWith('-') ? text.slice(1) : text;
  const field = RANGE_FIELD_NAMES.find((field) => field === name && RANGE_FIELDS[field].sortable);
  if (!field) throw badParameter('sort', 'VALUE_NOT_ALLOWED', `cannot sort by "${name}"`);
  return { field, direction: text.startsWith('-') ? 'desc' : 'asc' };
}

function limitOf(text: string | null): number {
  if (text === null) return DEFAULT_LIMIT;
  const limit = /^[1-9]\d{0,8}$/.test(text) ? Number(text) : Number.NaN;
  if (limit >= 1 && limit <= MAX_LIMIT) return limit;
  throw badParameter('limit', 'VALUE_OUT_OF_RANGE', `must be a whole number from 1 to ${MAX_LIMIT}`);
}
