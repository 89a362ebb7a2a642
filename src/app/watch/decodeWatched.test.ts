import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeWatched, encodeWatched } from './decodeWatched.ts';
import type { WatchedOperation } from './watched.ts';

const ENTRY: WatchedOperation = {
  environment: 'production',
  id: '57068577e4b0bf7b07a0256f',
  type: 'POOL.OPEN',
  status: 'RUNNING',
  progress: 47,
  since: 1_790_000_000_000,
  endedAt: null,
  noticed: false,
};

const stored = (...entries: unknown[]) => JSON.stringify({ version: 1, notify: true, entries });

test('what is written is read again', () => {
  const list = { notify: true, entries: [ENTRY, { ...ENTRY, id: 'b', endedAt: 5, noticed: true }] };
  expect(decodeWatched(encodeWatched(list))).toEqual({ value: list, damaged: false, newer: false });
});

test('nothing but what watching needs is written', () => {
  expect(JSON.parse(encodeWatched({ notify: false, entries: [ENTRY] }))).toEqual({
    version: 1,
    notify: false,
    entries: [ENTRY],
  });
});

test('an entry that is none is left out and the others are kept', () => {
  const bad = [
    null,
    'x',
    [],
    {},
    { ...ENTRY, environment: 'mars' },
    { ...ENTRY, id: '../x' },
    { ...ENTRY, id: 7 },
  ];
  expect(decodeWatched(stored(...bad, ENTRY))).toEqual({
    value: { notify: true, entries: [ENTRY] },
    damaged: true,
    newer: false,
  });
});

test('a field that makes no sense is as if it were not known', () => {
  const odd = { ...ENTRY, type: 5, status: null, progress: 140, since: 'now', endedAt: '', noticed: 'yes' };
  expect(decodeWatched(stored(odd)).value.entries).toEqual([
    { ...ENTRY, type: '', status: '', progress: null, since: 0, endedAt: null, noticed: false },
  ]);
});

test('two entries of one operation are one, and more than 50 are cut', () => {
  expect(decodeWatched(stored(ENTRY, { ...ENTRY, progress: 50 })).value.entries).toEqual([ENTRY]);
  const many = Array.from({ length: 60 }, (_, index) => ({ ...ENTRY, id: `op-${index}` }));
  const read = decodeWatched(stored(...many));
  expect([read.value.entries.length, read.damaged]).toEqual([50, true]);
});

test('a newer version’s list is not taken for this one’s', () => {
  expect(decodeWatched('{"version":2,"entries":[]}')).toMatchObject({ newer: true, damaged: false });
});

test('whatever is stored, it does not throw, and what it reads can be written and read again', () => {
  const value = fc.oneof(fc.json(), fc.constant(null), fc.constant('x'));
  const entry = fc.record({
    environment: fc.constantFrom('demo', 'mars'),
    id: fc.string(),
    progress: fc.anything(),
  });
  const text = fc.oneof(
    fc.string(),
    value.map((each) => JSON.stringify(each)),
    fc.array(entry).map((entries) => stored(...entries)),
  );
  fc.assert(
    fc.property(text, (some) => {
      const { value: list } = decodeWatched(some);
      expect(decodeWatched(encodeWatched(list))).toEqual({ value: list, damaged: false, newer: false });
    }),
  );
});
