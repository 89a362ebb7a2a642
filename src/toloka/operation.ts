import { compareUtc, parseUtc } from './time.ts';
import type { OperationStatus, OperationType } from './vocabulary.ts';

/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
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

/** Whether a JSON value is an object (not an array, not null). */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Reads one operation. Tolerates unknown types and statuses, null and missing optional fields, and progress outside
 * 0–100 (brought back into it). Throws `DecodeError` only where nothing true could be shown: no object, or no `id`.
 */
export function decodeOperation(value: unknown, where = 'operation'): Operation {
  if (!isJsonObject(value)) throw new DecodeError(`${where} is not a JSON object`);
  const id = value['id'];
  if (typeof id !== 'string' || id === '') throw new DecodeError(`${where} has no "id"`);
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
    throw new DecodeError('the list of operations has no "items" array');
  }
  const items = value['items'].map((item, index) => decodeOperation(item, `items[${index}]`));
  return { items, hasMore: value['has_more'] === true };
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function time(value: unknown): string | null {
  return typeof value === 'string' && parseUtc(value) !== null ? value : null;
}

function percent(value: unknown): number | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) return null;
  return Math.min(100, Math.max(0, Math.round(value)));
}

/** Milliseconds from one API time to another, never negative; null when either is missing. */
export function elapsedMs(from: string | null, to: string | null): number | null {
  const start = from === null ? null : parseUtc(from);
  const end = to === null ? null : parseUtc(to);
  return start === null || end === null ? null : Math.max(0, end - start);
}

/** Whether two readings of the same operation agree in everything the API sent. */
export function sameReading(a: Operation, b: Operation): boolean {
  return a === b || JSON.stringify(a.raw) === JSON.stringify(b.raw);
}

/** The later of two times, either of which may be missing. */
export function laterOf(a: string | null, b: string | null): string | null {
  if (a === null) return b;
  if (b === null) return a;
  return compareUtc(a, b) >= 0 ? a : b;
}
