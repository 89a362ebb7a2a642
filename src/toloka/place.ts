import type { SortKey } from './filters.ts';
import { isOperationId } from './endpoints.ts';
import type { Operation } from './operation.ts';
import { totalOrder, type TotalOrder } from './sort.ts';
import { toApiTime } from './time.ts';

/**
 * A row as a place between two pages: its values of the time keys, in their order, and its ID. `null` is a row
 * without that time, as a running operation has no `finished`.
 */
export type Boundary = { readonly values: readonly (string | null)[]; readonly id: string };

/** Where in the list a page lies: just behind a row, or just before it. */
export type Place = { readonly side: 'after' | 'before'; readonly boundary: Boundary };

/** How a missing time is written in a place; no time is spelled like it. */
const ABSENT = '-';

/** The place that an operation marks in a list of this order. */
export function boundaryOf(operation: Operation, order: TotalOrder): Boundary {
  return { values: order.keys.map((key) => operation[key.field]), id: operation.id };
}

/** Writes a boundary for the URL: `2026-11-20T13:55:02.123,57068577e4b0bf7b07a0256f`. */
export function formatBoundary(boundary: Boundary): string {
  return [...boundary.values.map((value) => value ?? ABSENT), boundary.id].join(',');
}

/**
 * Reads a boundary written for this sort; null when it was written for another one or is no place at all. The ID is
 * all that follows the times.
 */
export function parseBoundary(text: string, sort: readonly SortKey[]): Boundary | null {
  const { keys } = totalOrder(sort);
  const parts = text.split(',');
  const id = parts.slice(keys.length).join(',');
  if (!isOperationId(id)) return null;
  const values: (string | null)[] = [];
  for (const [index, key] of keys.entries()) {
    const part = parts[index] ?? '';
    const value = part === ABSENT && key.field === 'finished' ? null : toApiTime(part);
    if (value === null && part !== ABSENT) return null;
    if (value === null && key.field !== 'finished') return null;
    values.push(value);
  }
  return { values, id };
}
