import { expect } from 'vitest';
import type { ContractAnswer } from './harness.ts';

/** Reading of answers for the battery, written from the reference's pages and sharing nothing with `src/toloka`. */

export type Item = {
  readonly id: string;
  readonly type: string;
  readonly status: string;
  readonly submitted: string;
  readonly started?: string | null;
  readonly finished?: string | null;
};

/** The items of a list's answer, after checking that it is one. */
export function itemsOf(answer: ContractAnswer): readonly Item[] {
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
  expect(answer.json).toEqual({ items: expect.any(Array), has_more: expect.any(Boolean) });
  return (answer.json as { items: Item[] }).items;
}

/** Whether a list's answer says that there is more. */
export function hasMore(answer: ContractAnswer): boolean {
  return (answer.json as { has_more: boolean }).has_more;
}

/** Checks that the answer is an error of the given status in the API's shape. */
export function expectError(answer: ContractAnswer, status: number): void {
  expect([answer.status, answer.json]).toEqual([
    status,
    expect.objectContaining({
      request_id: expect.stringMatching(/./),
      code: expect.stringMatching(/^[A-Z][A-Z_]+$/),
      message: expect.stringMatching(/./),
    }),
  ]);
  expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
}

/** A time in a form whose text order is time order, down to nanoseconds. */
export function comparable(time: string): string {
  const [whole = '', fraction = ''] = time.split('.');
  return `${whole}.${fraction.padEnd(9, '0')}`;
}

/** The field's values of all items, comparable. Fails when an item has none. */
export function times(items: readonly Item[], field: 'submitted' | 'finished'): string[] {
  return items.map((item) => {
    const value = item[field];
    if (typeof value !== 'string') throw new Error(`${item.id} has no ${field}`);
    return comparable(value);
  });
}
