import fc from 'fast-check';
import { expect, test } from 'vitest';
import reference from '../../tests/fixtures/operation.json' with { type: 'json' };
import { DecodeError, decodeOperation, decodeOperationList, elapsedMs, sameReading } from './operation.ts';

/** Runs a decoder and returns its `DecodeError`'s message; any other error is the test's failure. */
function refusal(decode: () => unknown): string | null {
  try {
    decode();
    return null;
  } catch (error) {
    if (error instanceof DecodeError) return error.message;
    throw error;
  }
}

test('the reference’s own example is read field by field', () => {
  expect(decodeOperation(reference)).toEqual({
    id: '57068577e4b0bf7b07a0256f',
    type: 'TASK_SUITE.BATCH_CREATE',
    status: 'FAIL',
    submitted: '2016-04-07T16:06:15.902',
    started: '2016-04-07T16:06:15.902',
    finished: '2016-04-07T16:06:15.902',
    progress: 100,
    parameters: { open_pool: false, allow_defaults: false, skip_invalid_items: false },
    details: { total_count: 2, valid_count: 0, failed_count: 2, success_count: 0, not_valid_count: 2 },
    raw: reference,
  });
});

test('a list is read with its order and whether more follows', () => {
  const list = decodeOperationList({ items: [{ id: 'b' }, { id: 'a' }], has_more: true });
  expect(list.items.map((item) => item.id)).toEqual(['b', 'a']);
  expect(list.hasMore).toBe(true);
  expect(decodeOperationList({ items: [], has_more: false })).toEqual({ items: [], hasMore: false });
  expect(decodeOperationList({ items: [] }).hasMore).toBe(false);
});

test('an operation of which only the ID is known shows nothing that was not sent', () => {
  const bare = {
    type: '',
    status: '',
    submitted: null,
    started: null,
    finished: null,
    progress: null,
    parameters: null,
    details: null,
  };
  expect(decodeOperation({ id: 'x' })).toEqual({ id: 'x', ...bare, raw: { id: 'x' } });
  const nulls = { id: 'x', started: null, finished: null, progress: null, parameters: null, details: null };
  expect(decodeOperation(nulls)).toEqual({ id: 'x', ...bare, raw: nulls });
});

test('an unknown type, status and field are kept as they came', () => {
  const sent = { id: 'x', type: 'POOL.PAINT', status: 'PAUSED', progress: 3, colour: 'red' };
  const read = decodeOperation(sent);
  expect([read.type, read.status, read.raw]).toEqual(['POOL.PAINT', 'PAUSED', sent]);
});

test.each([
  [0, 0],
  [100, 100],
  [41.6, 42],
  [101, 100],
  [-3, 0],
  [1e300, 100],
  ['50', null],
  [null, null],
  [true, null],
])('progress %j becomes %j', (sent, percent) => {
  expect(decodeOperation({ id: 'x', progress: sent }).progress).toBe(percent);
});

test.each(['2022-02-30T10:00:00', 'soon', 1_460_045_175_902, {}])(
  'a time that is none, %j, is treated as missing',
  (sent) => {
    expect(decodeOperation({ id: 'x', submitted: sent }).submitted).toBeNull();
  },
);

test.each([
  ['text', 'operation is not a JSON object'],
  [null, 'operation is not a JSON object'],
  [[], 'operation is not a JSON object'],
  [{}, 'operation has no "id"'],
  [{ id: '' }, 'operation has no "id"'],
  [{ id: 7 }, 'operation has no "id"'],
])('%j is refused with its reason', (value, message) => {
  expect(refusal(() => decodeOperation(value))).toBe(message);
});

test.each([
  [{}, 'the list of operations has no "items" array'],
  [[], 'the list of operations has no "items" array'],
  [null, 'the list of operations has no "items" array'],
  [{ items: {} }, 'the list of operations has no "items" array'],
  [{ items: [{ id: 'a' }, 5] }, 'items[1] is not a JSON object'],
  [{ items: [{ id: 'a' }, { type: 'POOL.OPEN' }] }, 'items[1] has no "id"'],
])('the list %j is refused, never taken for an empty one', (value, message) => {
  expect(refusal(() => decodeOperationList(value))).toBe(message);
});

test('no JSON at all makes a decoder throw anything but its own error', () => {
  const hostile = fc.record(
    {
      id: fc.oneof(fc.string({ minLength: 1 }), fc.jsonValue()),
      type: fc.jsonValue(),
      status: fc.jsonValue(),
      submitted: fc.jsonValue(),
      started: fc.jsonValue(),
      finished: fc.jsonValue(),
      progress: fc.oneof(fc.double(), fc.jsonValue()),
      parameters: fc.jsonValue(),
      details: fc.jsonValue(),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.oneof(hostile, fc.jsonValue()), (value) => {
      refusal(() => decodeOperation(value));
      refusal(() => decodeOperationList({ items: [value], has_more: true }));
      refusal(() => decodeOperationList(value));
    }),
    { numRuns: 1000 },
  );
});

test('whatever is sent, the progress shown is a whole percent or none', () => {
  fc.assert(
    fc.property(fc.oneof(fc.double(), fc.jsonValue()), (progress) => {
      const shown = decodeOperation({ id: 'x', progress }).progress;
      const whole = shown !== null && Number.isInteger(shown) && shown >= 0 && shown <= 100;
      expect(shown === null || whole).toBe(true);
    }),
  );
});

test('time elapsed is never negative and is unknown when an end is', () => {
  expect(elapsedMs('2026-11-20T10:00:00', '2026-11-20T10:00:02.500')).toBe(2500);
  expect(elapsedMs('2026-11-20T10:00:02', '2026-11-20T10:00:00')).toBe(0);
  expect(elapsedMs(null, '2026-11-20T10:00:00')).toBeNull();
  expect(elapsedMs('2026-11-20T10:00:00', null)).toBeNull();
  expect(elapsedMs('2026-11-20T10:00:00', 'later')).toBeNull();
});

test('two readings are the same only when every field sent is', () => {
  const first = decodeOperation({ id: 'x', progress: 10, details: { a: [1] } });
  expect(sameReading(first, first)).toBe(true);
  expect(sameReading(first, decodeOperation({ id: 'x', progress: 10, details: { a: [1] } }))).toBe(true);
  expect(sameReading(first, decodeOperation({ id: 'x', progress: 11, details: { a: [1] } }))).toBe(false);
  expect(sameReading(first, decodeOperation({ id: 'x', progress: 10, details: { a: [2] } }))).toBe(false);
  expect(sameReading(first, decodeOperation({ id: 'x', progress: 10, details: { a: [1] }, n: 1 }))).toBe(
    false,
  );
});
