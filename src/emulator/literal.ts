import type { Json, JsonObject } from '../toloka/operation.ts';
import { formatUtc } from '../toloka/time.ts';
import { parseMicros } from './micros.ts';

/** What an operation looks like from one instant (µs) on. */
export type LiteralVersion = {
  readonly at: number;
  /** The JSON text, sent as it is, so that numbers beyond a double's reach survive. */
  readonly text: string;
  readonly type: string | null;
  readonly status: string | null;
  readonly submitted: number | null;
  readonly finished: number | null;
};

/** An operation given word for word, sane or not, and what it turns into. */
export type LiteralOperation = {
  readonly id: string;
  /** In order of time, never empty. */
  readonly versions: readonly LiteralVersion[];
  /** What its log answers; null when it has none, whatever its type; undefined for an empty one where its type has one. */
  readonly log: Json | undefined;
};

/** A change of a literal operation: from `afterMs` after it was put, these fields have these values. */
export type OperationStep = { readonly afterMs: number; readonly [field: string]: Json };

/** In a time field of a literal operation: the instant at which this version begins. */
export const NOW_WORD = '@now';
const TIME_FIELDS = ['submitted', 'started', 'finished'] as const;

/**
 * Makes a literal operation that appears at `at` (µs) and changes by `steps`, each on top of the one before. Throws a
 * RangeError when it has no `id`, or steps are not in order of time.
 */
export function literalOperation(
  operation: JsonObject,
  at: number,
  steps: readonly OperationStep[] = [],
  log?: Json,
): LiteralOperation {
  const id = operation['id'];
  if (typeof id !== 'string' || id === '') throw new RangeError('the operation needs an "id"');
  let fields = withTimes(operation, at);
  let last = 0;
  const versions = [literalVersion(fields, at)];
  for (const { afterMs, ...change } of steps) {
    if (!(afterMs >= last))
      throw new RangeError('"afterMs" must be a number that does not fall from step to step');
    last = afterMs;
    const from = at + Math.round(afterMs * 1000);
    fields = { ...fields, ...withTimes(change, from) };
    versions.push(literalVersion(fields, from));
  }
  return { id, versions, log };
}

/** One version; `text` stands for the fields' own JSON where that would lose something. */
export function literalVersion(
  fields: JsonObject,
  at: number,
  text = JSON.stringify(fields),
): LiteralVersion {
  return {
    at,
    text,
    type: textOf(fields['type']),
    status: textOf(fields['status']),
    submitted: micros(fields['submitted']),
    finished: micros(fields['finished']),
  };
}

/** The version that holds at `now` (µs), or null before the operation appears. */
export function literalAt(operation: LiteralOperation, now: number): LiteralVersion | null {
  return operation.versions.findLast((version) => version.at <= now) ?? null;
}

function withTimes(fields: JsonObject, at: number): JsonObject {
  const times = TIME_FIELDS.filter((field) => fields[field] === NOW_WORD);
  return { ...fields, ...Object.fromEntries(times.map((field) => [field, formatUtc(at / 1000)])) };
}

function textOf(value: Json | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

function micros(value: Json | undefined): number | null {
  return typeof value === 'string' ? parseMicros(value) : null;
}
