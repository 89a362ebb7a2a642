import { t } from '../words/words.ts';
import { ExactNumber } from './exactNumber.ts';
import { parseUtc } from './time.ts';
import type { OperationStatus, OperationType } from './vocabulary.ts';

/** Any JSON value, its numbers exact: one that a double would round is an `ExactNumber` (see `parseJson`). */
export type Json =
  null | boolean | number | ExactNumber | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/**
 * One operation as the app uses it. Times stay the API's own text (UTC without a zone letter), because paging must
 * send them back to the last digit; read them with `parseUtc`.
 */
export type Operation = {
  readonly id: string;
  readonly type: OperationType;
  readonly status: OperationStatus;
  readonly submitted: string | null;
  readonly started: string | null;
  readonly finished: string | null;
  /** Whole percent 0–100, or null when the API sent none. */
  readonly progress: number | null;
  readonly parameters: Json;
  readonly details: Json;
  /** The answer as it came, with fields that this version does not know. */
  readonly raw: JsonObject;
};

/** Why an answer could not be read; `message` names the place and what was wrong with it. */
export class DecodeError extends Error {
  override readonly name = 'DecodeError';
}

/** Whether a JSON value is an object (not an array, not null, not a number that is kept as its text). */
export function isJsonObject(value: unknown): value is JsonObject {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof ExactNumber)
  );
}

/**
 * Reads one operation. Tolerates unknown types and statuses, null and missing optional fields, and progress outside
 * 0–100 (brought back into it). Throws `DecodeError` only where nothing true could be shown: no object, or no `id`.
 */
export function decodeOperation(value: unknown, where = t('operation')): Operation {
  if (!isJsonObject(value)) throw new DecodeError(t('{where} is not a JSON object', { where }));
  const id = value['id'];
  if (typeof id !== 'string' || id === '') throw new DecodeError(t('{where} has no "id"', { where }));
  return {
    id,
    type: text(value['type']) ?? '',
    status: text(value['status']) ?? '',
    submitted: time(value['submitted']),
    started: time(value['started']),
    finished: time(value['finished']),
    progress: percent(value['progress']),
    parameters: value['parameters'] ?? null,
    details: value['details'] ?? null,
    raw: value,
  };
}

/** One answer of the list's endpoint. */
export type OperationList = { readonly items: readonly Operation[]; readonly hasMore: boolean };

/**
 * Reads `{"items": […], "has_more": …}`. Throws `DecodeError` when it is not that: a wrong shape must never look like
 * an empty list.
 */
export function decodeOperationList(value: unknown): OperationList {
  if (!isJsonObject(value) || !Array.isArray(value['items'])) {
    throw new DecodeError(t('the list of operations has no "items" array'));
  }
  const items = value['items'].map((item, index) => decodeOperation(item, `items[${index}]`));
  return { items, hasMore: value['has_more'] === true };
}

/** Longer than any type or status that there is: what is longer is no word to show, and stands in `raw`. */
const LONGEST_WORD = 200;

function text(value: unknown): string | null {
  if (typeof value !== 'string' || value === '') return null;
  return value.length <= LONGEST_WORD ? value : `${value.slice(0, LONGEST_WORD)}…`;
}

function time(value: unknown): string | null {
  return typeof value === 'string' && parseUtc(value) !== null ? value : null;
}

function percent(value: unknown): number | null {
  const number = value instanceof ExactNumber ? Number(value.text) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) return null;
  return Math.min(100, Math.max(0, Math.round(number)));
}

/** Milliseconds from one API time to another, never negative; null when either is missing. */
export function elapsedMs(from: string | null, to: string | null): number | null {
  const start = from === null ? null : parseUtc(from);
  const end = to === null ? null : parseUtc(to);
  return start === null || end === null ? null : Math.max(0, end - start);
}

/** Whether two readings of the same operation agree in everything the API sent, in whatever order it sent it. */
export function sameReading(a: Operation, b: Operation): boolean {
  return a === b || sameJson(a.raw, b.raw);
}

function sameJson(a: Json, b: Json): boolean {
  if (Object.is(a, b)) return true;
  if (a instanceof ExactNumber) return b instanceof ExactNumber && a.text === b.text;
  if (Array.isArray(a)) {
    const [one, other] = [a as readonly Json[], b];
    return (
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((item, at) => sameJson(item, other[at] as Json))
    );
  }
  if (!isJsonObject(a) || !isJsonObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key] ?? null, b[key] ?? null))
  );
}
