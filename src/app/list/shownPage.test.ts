import { expect, test } from 'vitest';
import type { PageReading } from '../../toloka/paging/page.ts';
import { RequestFailure } from '../api/failure.ts';
import { keep, NOTHING_KEPT } from './shownPage.ts';

const page = (): PageReading => ({
  items: [],
  next: null,
  previous: null,
  side: 'after',
  beyond: [],
  reach: null,
});
const FIRST = { view: 'failed, first page', question: 'failed' };
const SECOND = { view: 'failed, second page', question: 'failed' };
const OTHER = { view: 'running, first page', question: 'running' };
const down = new Error('down');
const PENDING = { data: undefined, error: null };

test('the rows stay while the next page of the same question loads, and go when it has come', () => {
  const old = page();
  const shown = keep(NOTHING_KEPT, { ...FIRST, data: old, error: null });
  const loading = keep(shown, { ...SECOND, ...PENDING });
  expect(loading.page?.data).toBe(old);
  expect(loading.page?.view).toBe('failed, first page');
  const fresh = page();
  expect(keep(loading, { ...SECOND, data: fresh, error: null }).page).toEqual({ ...SECOND, data: fresh });
});

test('the rows stay when the next page fails, and the failure with them while it is tried again', () => {
  const shown = keep(NOTHING_KEPT, { ...FIRST, data: page(), error: null });
  const failed = keep(shown, { ...SECOND, data: undefined, error: down });
  expect(failed.page?.view).toBe('failed, first page');
  expect(failed.failure?.error).toBe(down);
  expect(keep(failed, { ...SECOND, ...PENDING }).failure?.error).toBe(down);
});

test('no row is kept under another question', () => {
  const shown = keep(NOTHING_KEPT, { ...FIRST, data: page(), error: null });
  expect(keep(shown, { ...OTHER, ...PENDING })).toEqual({ page: null, failure: null });
});

test('a failure does not follow to another page, and ends with an answer', () => {
  const failed = keep(NOTHING_KEPT, { ...FIRST, data: undefined, error: down });
  expect(keep(failed, { ...SECOND, ...PENDING }).failure).toBeNull();
  expect(keep(failed, { ...FIRST, data: page(), error: null }).failure).toBeNull();
});

test('a failed refresh keeps the rows that are there', () => {
  const data = page();
  const shown = keep(NOTHING_KEPT, { ...FIRST, data, error: null });
  expect(keep(shown, { ...FIRST, data, error: down })).toEqual({
    page: { ...FIRST, data },
    failure: { view: 'failed, first page', error: down },
  });
});

test('without news the same object comes back, so that nobody renders', () => {
  const data = page();
  const shown = keep(NOTHING_KEPT, { ...FIRST, data, error: null });
  expect(keep(shown, { ...FIRST, data, error: null })).toBe(shown);
  const failed = keep(shown, { ...FIRST, data, error: down });
  expect(failed).not.toBe(shown);
  expect(keep(failed, { ...FIRST, data, error: down })).toBe(failed);
});

test('a failure that comes again with the same words is the same, one with others is not', () => {
  const data = page();
  const fail = (message: string) =>
    new RequestFailure({ status: 503, code: 'UNAVAILABLE', message, requestId: String(Math.random()) });
  const failed = keep(NOTHING_KEPT, { ...FIRST, data, error: fail('down') });
  expect(keep(failed, { ...FIRST, data, error: fail('down') })).toBe(failed);
  expect(keep(failed, { ...FIRST, data, error: fail('up soon') }).failure?.error.message).toBe('up soon');
});
