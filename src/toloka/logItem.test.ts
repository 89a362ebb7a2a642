import fc from 'fast-check';
import { expect, test } from 'vitest';
import reference from '../../tests/fixtures/log.json' with { type: 'json' };
import { decodeLog, decodeLogItem } from './logItem.ts';
import { DecodeError } from './operation.ts';

test('a log is read in its order, with each reason of a failure', () => {
  const log = decodeLog(reference);
  expect(log.map((item) => [item.index, item.type, item.success])).toEqual([
    [0, 'TASK_VALIDATE', false],
    [1, 'TASK_CREATE', true],
    [2, 'USER_BONUS_VALIDATE', false],
  ]);
  expect(log[0]?.faults).toEqual([
    { path: 'input_values.image', code: 'VALUE_REQUIRED', message: 'May not be empty', payload: null },
    { path: 'input_values.imagis', code: 'VALUE_NOT_ALLOWED', message: 'Unknown field name', payload: null },
  ]);
  expect(log[0]?.input).toEqual({ pool_id: '20646589', input_values: { imagis: 'https://image/3.jpg' } });
});

test('a success has no faults, and a validation error keeps its payload', () => {
  const log = decodeLog(reference);
  expect(log[1]?.faults).toEqual([]);
  expect(log[1]?.output).toEqual({ task_id: '00013b0c0d--60a2f7d0a1e8a22d4f4e6a5b' });
  expect(log[2]?.faults).toEqual([
    {
      path: 'user_id',
      code: 'VALIDATION_ERROR',
      message: 'Validation failed',
      payload: { amount: { code: 'VALUE_LESS_THAN_MIN' } },
    },
  ]);
});

test('one object, as in the reference’s own example, is a log of one', () => {
  expect(decodeLog({ type: 'TASK_CREATE', success: true, input: 1, output: null })).toEqual([
    { index: 0, type: 'TASK_CREATE', success: true, input: 1, output: null, faults: [] },
  ]);
});

test('what a success puts out is no fault, even when it looks like one', () => {
  const item = { type: 'TASK_CREATE', success: true, output: { task_id: { code: 'T-1', message: 'made' } } };
  expect(decodeLogItem(item, 0).faults).toEqual([]);
});

test.each([null, 'log', 5, {}, { code: 'NOT_FOUND', message: 'no log' }])(
  '%j is no log and is never taken for an empty one',
  (value) => {
    expect(() => decodeLog(value)).toThrow(DecodeError);
  },
);

test('an empty log is an empty log', () => {
  expect(decodeLog([])).toEqual([]);
});

test('an item in a strange form keeps what can be read', () => {
  expect(decodeLogItem('?', 4)).toEqual({
    index: 4,
    type: '',
    success: false,
    input: null,
    output: null,
    faults: [],
  });
  const mixed = { success: false, output: { a: { code: 'X' }, b: 'text', c: { message: 'no code' } } };
  expect(decodeLogItem(mixed, 0).faults).toEqual([{ path: 'a', code: 'X', message: '', payload: null }]);
  expect(decodeLogItem({ success: 'true' }, 0).success).toBe(false);
});

test('no item makes the decoder throw, and none is lost', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), (items) => {
      expect(decodeLog(items).map((item) => item.index)).toEqual(items.map((_, index) => index));
    }),
  );
});
