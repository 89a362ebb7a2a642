import { expect, test } from 'vitest';
import { readCsv } from '../../../tests/fixtures/readCsv.ts';
import { exportPieces, type LogExport } from './logExport.ts';
import { createLogIndex } from './logIndex.ts';

const LOG = `[
  {"type":"TASK_CREATE","success":true,"input":{"pool_id":1},"output":{"task_id":"t"}},
  {"success":false,"input":{
      "pool_id" : 9007199254740993123,
      "tasks":[{"x":1.10},{"x":"=1+1\\n"}]},
   "output":{"tasks.0.x":{"code":"BAD","message":"=cmd()"},"tasks.1.x":{"code":"BAD","message":"=cmd()"}}},
  {"success":false,"output":"gone"},
  {"success":false,"input":{"user_id":"a1b0b4","amount":2e2,"private_comment":"hi"},
   "output":{"user_id":{"code":"ENTITY_DOES_NOT_EXIST","message":"No user a1b0b4, sorry"}}},
  7
]`;

function file(what: Partial<LogExport>, log = LOG): string {
  const index = createLogIndex();
  index.push(new TextEncoder().encode(log));
  index.end();
  const key = index.causes.top(9).find(({ code }) => code === what.cause)?.key;
  const cause = what.cause ? (key ?? 'unknown') : null;
  return [...exportPieces(index, { format: 'inputs', withoutPersonal: false, ...what, cause })].join('');
}

test('failed inputs come as they were sent, one on each line, as a JSON array', () => {
  expect(file({})).toBe(
    [
      '[',
      '{"pool_id" : 9007199254740993123,"tasks":[{"x":1.10},{"x":"=1+1\\n"}]},',
      '{"user_id":"a1b0b4","amount":2e2,"private_comment":"hi"}',
      ']',
      '',
    ].join('\n'),
  );
  expect(JSON.parse(file({}))).toHaveLength(2);
});

test('without personal fields, and of one cause only', () => {
  expect(file({ withoutPersonal: true, cause: 'ENTITY_DOES_NOT_EXIST' })).toBe('[\n{"amount":2e2}\n]\n');
});

test('no failures, or a cause that is not there, make an empty array', () => {
  expect(file({}, '[{"success":true,"input":1}]')).toBe('[]\n');
  expect(file({ cause: 'NOBODY' })).toBe('[]\n');
});

test('the CSV has a row per fault, and one for a failure that names none', () => {
  expect(readCsv(file({ format: 'csv' }))).toEqual([
    ['item', 'path', 'code', 'message'],
    ['2', 'tasks.0.x', 'BAD', "'=cmd()"],
    ['2', 'tasks.1.x', 'BAD', "'=cmd()"],
    ['3', '', '', ''],
    ['4', 'user_id', 'ENTITY_DOES_NOT_EXIST', 'No user a1b0b4, sorry'],
    ['5', '', '', ''],
  ]);
});

test('the CSV of one cause has its rows only, and of a personal field no value', () => {
  const csv = file({ format: 'csv', cause: 'ENTITY_DOES_NOT_EXIST', withoutPersonal: true });
  expect(readCsv(csv)).toEqual([
    ['item', 'path', 'code', 'message'],
    ['4', 'user_id', 'ENTITY_DOES_NOT_EXIST', 'No user …, sorry'],
  ]);
  expect(csv.startsWith('\uFEFF')).toBe(true);
});
