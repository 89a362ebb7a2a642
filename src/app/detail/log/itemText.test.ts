import { expect, test } from 'vitest';
import { causeKey } from '../../../toloka/log/causes.ts';
import {
  faultToName,
  itemHoldsSecret,
  maskedText,
  payloadText,
  preview,
  readEntry,
  tellingPart,
} from './itemText.ts';
import { outcomeWord, resultOf } from './logOutcome.ts';

const entry = (text: string) => readEntry({ number: 17, text });

test('keeps the parts of an item as the server wrote them', () => {
  const reading = entry(
    '{"type":"TASK_VALIDATE","success":false,"input":{"pool_id":9007199254740993123,"ratio":1.50},"output":{"a":{"code":"X","message":"m","payload":{"max":1.0e400}},"b":{"code":"Y"}}}',
  );
  expect(reading.input).toBe('{"pool_id":9007199254740993123,"ratio":1.50}');
  expect(reading.item.faults.map(({ path, code }) => [path, code])).toEqual([
    ['a', 'X'],
    ['b', 'Y'],
  ]);
  expect(payloadText(reading.output, 'a')).toBe('{"max":1.0e400}');
  expect(payloadText(reading.output, 'b')).toBeNull();
  expect(itemHoldsSecret(reading)).toBe(false);
  expect(reading.number).toBe(17);
});

test('an item of another form, or that is no JSON, is shown as it is', () => {
  expect(entry('5')).toMatchObject({ input: null, output: null, whole: '5' });
  expect(entry('{"open_pool": fase}')).toMatchObject({ input: null, output: null, valid: false });
  expect(maskedText(entry('{"token": fase}'), '{"token": fase}')).toBe('{"token": fase}');
  expect(entry('{"success":true,"input":null}').input).toBeNull();
});

test('a closed row shows what tells an item from the others, its secrets masked', () => {
  expect(tellingPart('{"pool_id":"1","input_values":{"image":"a.jpg"}}')).toBe('{"image":"a.jpg"}');
  expect(tellingPart('{"pool_id":"1","tasks":[1]}')).toBe('[1]');
  expect(tellingPart('{"user_id":"u","amount":1.50}')).toBe('{"user_id":"u","amount":1.50}');
  expect(tellingPart(null)).toBeNull();
  expect(preview('{"token":"open-sesame","n":1}')).toBe('{"token":"••••••","n":1}');
  expect(preview('"'.padEnd(500, 'x'))).toHaveLength(241);
  expect(itemHoldsSecret(entry('{"input":{"token":"open-sesame"}}'))).toBe(true);
});

test('names the fault that the list is filtered by, whatever its place in an array', () => {
  const reading = entry(
    '{"success":false,"input":{"tasks":[{},{}]},"output":{"a":{"code":"X","message":"m"},"tasks.1.image":{"code":"Y","message":"n"}}}',
  );
  expect(faultToName(reading, causeKey('tasks.*.image', 'Y', 'n'))?.code).toBe('Y');
  expect(faultToName(reading, null)?.code).toBe('X');
  expect(faultToName(entry('{"success":true}'), null)).toBeUndefined();
});

test.each([
  ['{"task_id":"12"}', '12'],
  ['{"task_id":9007199254740993123}', '9007199254740993123'],
  ['{"a":1,"b":2}', '{"a":1,"b":2}'],
  ['{"a":{"b":1}}', '{"a":{"b":1}}'],
  ['{"token":"open-sesame"}', '••••••'],
  ['"plain"', 'plain'],
  [null, ''],
])('the result %s is told as short as it goes: %s', (output, words) => {
  expect(resultOf(output)).toBe(words);
});

test('tells a step in words', () => {
  const word = (type: string, success: boolean) => outcomeWord(entry(JSON.stringify({ type, success })).item);
  expect(word('TASK_CREATE', true)).toBe('Task created');
  expect(word('USER_BONUS_VALIDATE', false)).toBe('Bonus not valid');
  expect(word('NEW_STEP', true)).toBe('NEW_STEP');
  expect(word('', false)).toBe('Failed');
});
