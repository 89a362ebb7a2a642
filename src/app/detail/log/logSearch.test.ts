import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LogReading } from '../../api/log/logSession.ts';
import {
  asksForItems,
  changeLogSearch,
  OUTCOMES,
  parseLogSearch,
  shownOutcome,
  withoutFaults,
} from './logSearch.ts';

const NOTHING = { outcome: null, cause: null, text: '', item: null, faults: [] };

test('an address without a word about the log asks for nothing in it', () => {
  expect(parseLogSearch('', '')).toEqual(NOTHING);
  expect(parseLogSearch('?tab=log&zone=utc', '#top')).toEqual(NOTHING);
  expect(asksForItems(parseLogSearch('?tab=log', ''))).toBe(false);
});

test('reads outcome, cause, text and item', () => {
  const search = parseLogSearch('?tab=log&log=failed&cause=0j7p4g2yzgd&q=cat+%26+dog', '#item-17');
  expect(search).toEqual({
    outcome: 'failed',
    cause: '0j7p4g2yzgd',
    text: 'cat & dog',
    item: 17,
    faults: [],
  });
  expect(asksForItems(search)).toBe(true);
});

test.each([
  ['?log=broken', '', { name: 'log', text: 'broken', reason: 'it must be all, failed or succeeded' }],
  ['?log=', '', { name: 'log', text: '', reason: 'it must be all, failed or succeeded' }],
  ['?log=failed&log=all', '', { name: 'log', text: 'failed, all', reason: 'it is given more than once' }],
  ['?cause=', '', { name: 'cause', text: '', reason: 'it is empty' }],
  [
    `?q=${'a'.repeat(201)}`,
    '',
    { name: 'q', text: 'a'.repeat(201), reason: 'it is longer than 200 characters' },
  ],
  ['', '#item-0', { name: 'item', text: '0', reason: 'items are numbered from 1' }],
  ['', '#item-seven', { name: 'item', text: 'seven', reason: 'items are numbered from 1' }],
])('what cannot be understood in %s%s is told', (search, hash, fault) => {
  const parsed = parseLogSearch(search, hash);
  expect(parsed.faults).toEqual([fault]);
  expect(parsed).toMatchObject({ outcome: null, cause: null, text: '', item: null });
});

test('a change keeps what it does not name, and the parameters of others', () => {
  const before = '?zone=utc&tab=log&log=failed&cause=k1&q=cat';
  expect(changeLogSearch(before, '#item-17', { cause: null, item: null })).toEqual({
    search: 'zone=utc&tab=log&log=failed&q=cat',
    hash: '',
  });
  expect(changeLogSearch(before, '#item-17', { text: '' })).toEqual({
    search: 'zone=utc&tab=log&log=failed&cause=k1',
    hash: '#item-17',
  });
  expect(changeLogSearch('', '', { item: 4 })).toEqual({ search: 'tab=log', hash: '#item-4' });
});

test('what was written is read back', () => {
  const change = fc.record({
    outcome: fc.constantFrom(null, ...OUTCOMES),
    cause: fc.option(fc.string({ minLength: 1, maxLength: 200 })),
    text: fc.string({ maxLength: 200 }),
    item: fc.option(fc.integer({ min: 1, max: 999_999_999 })),
  });
  fc.assert(
    fc.property(change, (search) => {
      const address = changeLogSearch('?tab=log&log=all&q=x', '#item-3', search);
      expect(parseLogSearch(`?${address.search}`, address.hash)).toEqual({ ...search, faults: [] });
    }),
  );
});

test('only what is faulty goes when a link is mended', () => {
  expect(withoutFaults('?tab=log&log=no&q=cat', '#item-4')).toEqual({
    search: 'tab=log&q=cat',
    hash: '#item-4',
  });
  expect(withoutFaults('?tab=log&q=cat', '#item-x')).toEqual({ search: 'tab=log&q=cat', hash: '' });
});

const reading = (phase: LogReading['phase'], failed: number): LogReading => ({
  phase,
  bytes: 0,
  items: failed,
  failed,
  succeeded: 0,
  causes: [],
  causeCount: 0,
  unexplained: 0,
  single: false,
  failure: null,
});

test.each([
  ['failed', false, reading('complete', 0), 'failed'],
  ['all', true, reading('reading', 3), 'all'],
  [null, true, reading('asking', 0), 'failed'],
  [null, true, reading('complete', 3), 'failed'],
  [null, true, reading('complete', 0), 'all'],
  [null, false, reading('complete', 3), 'all'],
] as const)('asked for %s, failures expected: %s, reading %o shows %s', (asked, expected, state, shown) => {
  expect(shownOutcome(asked, expected, state)).toBe(shown);
});
