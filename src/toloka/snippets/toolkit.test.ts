import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseListSearch } from '../parseSearch.ts';
import { apiAddress } from './streams.ts';
import { pythonString, toolkitCallOf } from './toolkit.ts';

const NOW = Date.UTC(2026, 10, 21, 14, 2, 15, 250);
const PRODUCTION = apiAddress('production', 'http://127.0.0.1:4747');
const call = (text: string) => toolkitCallOf(parseListSearch(text).query, PRODUCTION, NOW);

test('one stream is one call, with the total order and the size that the app asks for', () => {
  expect(call('type=POOL.OPEN&status=FAIL&id_gt=a-7')).toBe(`import os

from toloka.client import TolokaClient

toloka_client = TolokaClient(os.environ["TOLOKA_TOKEN"], url="https://toloka.dev")
operations = toloka_client.find_operations(type="POOL.OPEN", status="FAIL", id_gt="a-7", sort=["-submitted", "-id"], limit=50).items
`);
});

test('several streams are several calls, and dates are datetimes in UTC', () => {
  expect(call('status=FAIL&status=RUNNING&submitted_gte=now-24h&finished_lt=2026-11-20&sort=finished'))
    .toBe(`import os
from datetime import datetime

from toloka.client import TolokaClient

toloka_client = TolokaClient(os.environ["TOLOKA_TOKEN"], url="https://toloka.dev")
# The API takes one type and one status a request: these are 2 lists of at most 50.
# The app merges them by finished,submitted,id and shows the first 50.
# Dates are UTC; submitted_gte=now-24h as it was at 2026-11-21T14:02:15.250.
results = [
    toloka_client.find_operations(status="RUNNING", submitted_gte=datetime.fromisoformat("2026-11-20T14:02:15.250000"), finished_lt=datetime.fromisoformat("2026-11-20"), sort=["finished", "submitted", "id"], limit=50),
    toloka_client.find_operations(status="FAIL", submitted_gte=datetime.fromisoformat("2026-11-20T14:02:15.250000"), finished_lt=datetime.fromisoformat("2026-11-20"), sort=["finished", "submitted", "id"], limit=50),
]
operations = [operation for result in results for operation in result.items]
`);
});

test('a date finer than Python can hold is cut, and that is said', () => {
  const code = call('finished_gt=2026-11-20T10:00:00.123456789');
  expect(code).toContain('datetime.fromisoformat("2026-11-20T10:00:00.123456")');
  expect(code).toContain('# finished_gt is cut to microseconds, the finest that datetime can hold.');
});

test('the demo is asked of this app’s own server, which wants no token', () => {
  const demo = apiAddress('demo', 'http://127.0.0.1:4747');
  expect(toolkitCallOf(parseListSearch('').query, demo, NOW)).toBe(`from toloka.client import TolokaClient

toloka_client = TolokaClient("none", url="http://127.0.0.1:4747/demo")
operations = toloka_client.find_operations(sort=["-submitted", "-id"], limit=50).items
`);
});

/** What Python's grammar makes of a short string in double quotes; throws where it would end or break the literal. */
function readByPython(literal: string): string {
  const inner = /^"((?:[^"\\\r\n\0]|\\["\\bfnrt]|\\u[0-9a-f]{4})*)"$/su.exec(literal)?.[1];
  if (inner === undefined) throw new SyntaxError(literal);
  const simple: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
  return inner.replaceAll(/\\(?:u([0-9a-f]{4})|(.))/gsu, (_, code: string | undefined, one: string) =>
    code === undefined ? (simple[one] ?? one) : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

test('Python reads back any text verbatim', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('"', "'", '\\', '\n', '\r', '\0', '{', '%', '\u2028', 'a') }),
  );
  fc.assert(
    fc.property(text, (value) => {
      expect(readByPython(pythonString(value))).toBe(value);
    }),
  );
  expect(() => readByPython('"a"b"')).toThrow(SyntaxError);
});
