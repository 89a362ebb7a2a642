import { expect, test } from 'vitest';
import type { FailureCause, LogReading } from '../../api/log/logSession.ts';
import { logFileName } from './fileNames.ts';
import {
  causeName,
  causesWords,
  countsWords,
  emptyWords,
  endWords,
  matchesWords,
  percentRead,
  readingWords,
  sharePercent,
  spokenEnd,
} from './logWords.ts';

const reading = (fields: Partial<LogReading>): LogReading => ({
  phase: 'complete',
  bytes: 0,
  items: 0,
  failed: 0,
  succeeded: 0,
  causes: [],
  causeCount: 0,
  unexplained: 0,
  single: false,
  failure: null,
  ...fields,
});
const half = { items: 12_300, failed: 300, succeeded: 12_000, bytes: 4_920_000 };

test('says how far reading is, in percent only where the whole is known', () => {
  const going = reading({ phase: 'reading', ...half });
  expect(percentRead(going, 100_000)).toBe(12);
  expect(readingWords(going, 100_000)).toBe('12,300 of 100,000 items, 4.9 MB');
  expect(percentRead(going, null)).toBeNull();
  expect(readingWords(going, null)).toBe('12,300 items, 4.9 MB');
  // The log holds more than the operation counted.
  expect(percentRead(going, 12_000)).toBe(99);
  expect(readingWords(going, 12_000)).toBe('12,300 items, 4.9 MB');
  expect(readingWords(reading({ phase: 'asking' }), 100_000)).toBe('Asking for the log…');
});

test('says how much came of a log that did not come whole', () => {
  expect(endWords(reading({ phase: 'stopped', ...half }))).toBe('Stopped: 12,300 items (4.9 MB) came.');
  expect(endWords(reading({ phase: 'cut', ...half }))).toBe(
    '12,300 items (4.9 MB) came before the log broke off. They are shown below; all counts are of them alone.',
  );
  expect(endWords(reading({ phase: 'stopped' }))).toBe('Stopped before any item came.');
  expect(endWords(reading({ phase: 'cut', bytes: 20 }))).toBe('No item came before the log broke off.');
  expect(endWords(reading({ phase: 'complete', ...half }))).toBeNull();
  expect(endWords(reading({ phase: 'reading', ...half }))).toBeNull();
});

test('a screen reader hears of the end once, and of nothing before', () => {
  expect(spokenEnd(reading({ phase: 'reading', ...half }))).toBe('');
  expect(spokenEnd(reading({ phase: 'failed' }))).toBe('');
  expect(spokenEnd(reading(half))).toBe('Log loaded: 12,300 items, 300 failed, 12,000 succeeded.');
  expect(spokenEnd(reading({}))).toBe('Log loaded: it is empty.');
  expect(spokenEnd(reading({ phase: 'stopped', ...half }))).toBe(
    'Log incomplete: Stopped: 12,300 items (4.9 MB) came.',
  );
});

test('an empty log says whether it should be', () => {
  expect(emptyWords(null)).toBe('The log is empty: the API names no item.');
  expect(emptyWords(0)).toBe('The log is empty: the API names no item.');
  expect(emptyWords(500)).toBe('The log is empty, though the operation had 500 items.');
});

test('counts items and causes', () => {
  expect(countsWords(reading(half))).toBe('300 failed, 12,000 succeeded');
  expect(countsWords(reading({ items: 1, succeeded: 1 }))).toBe('1 succeeded');
  expect(countsWords(reading({}))).toBe('no items');
  expect(causesWords(reading({ causeCount: 3, failed: 412 }))).toBe('3 causes in 412 failed items');
  expect(causesWords(reading({ phase: 'reading', causeCount: 1, failed: 1 }))).toBe(
    '1 cause in 1 failed item so far',
  );
  expect(matchesWords(12_300, 12_300, reading(half))).toBe('12,300 items');
  expect(matchesWords(7, 12_300, reading(half))).toBe('7 of 12,300 items');
  expect(matchesWords(7, 9000, reading(half))).toBe('7 of 12,300 items, 9,000 searched');
});

test('a share is never too small to be seen, nor beyond the whole', () => {
  expect([sharePercent(206, 412), sharePercent(1, 100_000), sharePercent(5, 4), sharePercent(0, 0)]).toEqual([
    50, 1, 100, 0,
  ]);
});

test('causes that differ in their words only are told apart by them', () => {
  const cause = (fields: Partial<FailureCause>): FailureCause => ({
    key: 'k',
    path: 'input_values.image',
    code: 'VALUE_REQUIRED',
    message: 'May not be empty',
    count: 1,
    first: 1,
    ...fields,
  });
  const plain = cause({});
  const twin = cause({ message: 'May not be null' });
  expect(causeName(plain, [plain, cause({ code: 'OTHER' })])).toBe('input_values.image VALUE_REQUIRED');
  expect(causeName(twin, [plain, twin])).toBe('input_values.image VALUE_REQUIRED: May not be null');
  expect(causeName(cause({ path: '' }), [])).toBe('VALUE_REQUIRED');
});

test('a file’s name says what it holds and what it lacks', () => {
  const place = { environment: 'production', id: '3a51f7c0' };
  expect(logFileName(place, { format: 'inputs', cause: null, withoutPersonal: false }, true)).toBe(
    'toloka-production-3a51f7c0-failed-inputs.json',
  );
  expect(logFileName(place, { format: 'csv', cause: 'k', withoutPersonal: true }, false)).toBe(
    'toloka-production-3a51f7c0-failures-one-cause-without-personal-fields-incomplete.csv',
  );
});
