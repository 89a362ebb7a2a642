import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import reference from '../../../tests/fixtures/log.json' with { type: 'json' };
import { decodeLog } from '../logItem.ts';
import { causeKey, causePath } from './causes.ts';
import { createLogIndex, type LogIndex } from './logIndex.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Reads bytes cut at `cuts` (places, in any order). */
function indexed(bytes: Uint8Array, cuts: readonly number[] = []): LogIndex {
  const index = createLogIndex();
  const places = [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  let from = 0;
  for (const place of places) {
    index.push(bytes.subarray(from, place));
    from = place;
  }
  index.end();
  return index;
}

const read = (text: string, cuts?: readonly number[]) => indexed(bytesOf(text), cuts);
const eachItem = <Fact>(index: LogIndex, fact: (item: number) => Fact): Fact[] =>
  Array.from({ length: index.items() }, (_, item) => fact(item));
const texts = (index: LogIndex) => eachItem(index, index.text);

const cuts = fc.array(fc.nat(), { maxLength: 12 });
const anyJson = fc.jsonValue({ noUnicodeString: false });
const faultLike = fc.oneof(
  fc.record({ code: fc.constantFrom('A', 'B', ''), message: fc.constantFrom('m', '"\\\u2028ж') }),
  anyJson,
);
const fieldLike = fc.oneof(
  fc.constantFrom('tasks.0.x', 'tasks.1.x', 'x[3].y', '__proto__', 'constructor', 'success', '7'),
  fc.string(),
);
/** What looks like a log item more often than chance would have it. */
const itemLike = fc.oneof(
  anyJson,
  fc.record(
    {
      type: fc.constantFrom('TASK_CREATE', 'TASK_VALIDATE'),
      success: fc.oneof(fc.boolean(), anyJson),
      input: anyJson,
      output: fc.oneof(anyJson, fc.dictionary(fieldLike, faultLike)),
    },
    { requiredKeys: [] },
  ),
);
const indent = fc.constantFrom('', ' ', '\t', '\r\n');

test('the reference’s own log is read, its causes in their order', () => {
  const index = read(JSON.stringify(reference, null, 2));
  expect(index.state()).toBe('whole');
  expect([index.items(), index.failed(), index.unexplained(), index.single()]).toEqual([3, 2, 0, false]);
  expect(eachItem(index, index.hasFailed)).toEqual([true, false, true]);
  expect(index.causes.top(10).map(({ path, code, count, first }) => [path, code, count, first])).toEqual([
    ['input_values.image', 'VALUE_REQUIRED', 1, 1],
    ['input_values.imagis', 'VALUE_NOT_ALLOWED', 1, 1],
    ['user_id', 'VALIDATION_ERROR', 1, 3],
  ]);
});

describe('however the bytes are cut', () => {
  test('each item is what JSON.parse and decodeLog make of the whole', () => {
    fc.assert(
      fc.property(fc.array(itemLike, { maxLength: 8 }), cuts, indent, (values, at, space) => {
        const text = JSON.stringify(values, null, space);
        const index = read(text, at);
        expect(index.state()).toBe('whole');
        const whole = JSON.parse(text) as unknown[];
        expect(texts(index).map((item) => JSON.parse(item) as unknown)).toEqual(whole);
        const log = decodeLog(whole);
        expect(eachItem(index, index.hasFailed)).toEqual(log.map(({ success }) => !success));
        const bare = log.filter(({ success, faults }) => !success && faults.length === 0);
        expect(index.unexplained()).toBe(bare.length);
        const keys = log.map(
          ({ faults, input }) =>
            new Set(faults.map(({ path, code, message }) => causeKey(causePath(path, input), code, message))),
        );
        for (const { key, count, first } of index.causes.top(1000)) {
          const number = index.causes.numberOf(key);
          expect(eachItem(index, (item) => index.hasCause(item, number))).toEqual(
            keys.map((set) => set.has(key)),
          );
          expect(count).toBe(keys.filter((set) => set.has(key)).length);
          expect(first).toBe(keys.findIndex((set) => set.has(key)) + 1);
        }
        expect(index.causes.size()).toBe(new Set(keys.flatMap((set) => [...set])).size);
      }),
      { numRuns: 300 },
    );
  });

  test('it is whole exactly when JSON.parse takes it for an array or for one item', () => {
    // A valid log with one byte changed, left out or put in: near to JSON, and often none.
    const nearly = fc
      .tuple(
        fc.array(itemLike, { maxLength: 4 }),
        indent,
        fc.nat(),
        fc.constantFrom(...'[]{},:"\\ 0-.eEtn\n\u0001é '.split(''), ''),
        fc.nat(1),
        fc.boolean(),
      )
      .map(([values, space, at, letter, gone, alone]) => {
        const text = JSON.stringify(alone ? (values[0] ?? {}) : values, null, space);
        const place = at % (text.length + 1);
        return text.slice(0, place) + letter + text.slice(place + gone);
      });
    fc.assert(
      fc.property(fc.oneof(nearly, fc.json(), fc.string()), cuts, (text, at) => {
        const index = read(text, at);
        const value = parsed(text);
        const isLog =
          Array.isArray(value) || (typeof value === 'object' && value !== null && 'success' in value);
        expect(index.state() === 'whole').toBe(isLog);
        for (const item of texts(index)) expect(() => JSON.parse(item) as unknown).not.toThrow();
      }),
      { numRuns: 1500 },
    );
  });

  test('bytes that are no UTF-8 are read as the browser reads them', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), cuts, (inner, at) => {
        const plain = inner.filter((byte) => byte >= 0x20 && byte !== 0x22 && byte !== 0x5c);
        const bytes = new Uint8Array([...bytesOf('[{"a":"'), ...plain, ...bytesOf('"},1]')]);
        const index = indexed(bytes, at);
        const whole = JSON.parse(new TextDecoder().decode(bytes)) as unknown[];
        expect(texts(index).map((item) => JSON.parse(item) as unknown)).toEqual(whole);
      }),
    );
  });
});

function parsed(text: string): unknown {
  try {
    // What `Response.text` does: one mark at the beginning means nothing.
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

test('what came before a break is kept', () => {
  const whole = '[{"success":true},{"success":false},5,"x",12]';
  const kept = (length: number) => texts(read(whole.slice(0, length)));
  expect(kept(1)).toEqual([]);
  expect(kept(16)).toEqual([]);
  expect(kept(17)).toEqual(['{"success":true}']);
  expect(kept(38)).toEqual(['{"success":true}', '{"success":false}', '5']);
  // A number that the end has cut may have had more digits.
  expect(kept(44)).toEqual(['{"success":true}', '{"success":false}', '5', '"x"']);
  expect(read(whole.slice(0, 44)).state()).toBe('early');
  expect(read(`${whole} `).state()).toBe('whole');
  const spoilt = read('[{"success":true},{"success":tru},{"success":true}]');
  expect([spoilt.state(), spoilt.items()]).toEqual(['broken', 1]);
  const goesOn = read('[{"success":true}] {}');
  expect([goesOn.state(), goesOn.items()]).toEqual(['broken', 1]);
});

test('a mark before everything is passed over, also when it is cut', () => {
  const marked = bytesOf('\uFEFF [1]');
  expect(indexed(marked, [1, 2]).state()).toBe('whole');
  expect(texts(indexed(marked))).toEqual(['1']);
  expect(read('\uFEFF\uFEFF[1]').state()).toBe('broken');
  expect(read(' \uFEFF[1]').state()).toBe('broken');
});

test('an empty log is whole, an empty answer has not begun', () => {
  const empty = read(' [ ] ');
  expect([empty.state(), empty.items(), empty.begun()]).toEqual(['whole', 0, true]);
  const nothing = read('');
  expect([nothing.state(), nothing.begun()]).toEqual(['early', false]);
  const page = read('<!doctype html>');
  expect([page.state(), page.begun()]).toEqual(['broken', false]);
});

test('one object is a log of one when it is a log item, and else no log at all', () => {
  const one = read('{"success":true,"input":1}\n', [3]);
  expect([one.state(), one.items(), one.single()]).toEqual(['whole', 1, true]);
  const error = read('{"code":"NOT_FOUND","message":"no log"}');
  expect([error.state(), error.items()]).toEqual(['foreign', 0]);
  expect(read('{"success":true').state()).toBe('early');
});

test('an item’s text is what was sent, to the last digit', () => {
  const item = '{"input":{"pool_id":9007199254740993123,"x":1.0E+2,"t":"\\u0436ж\\/"},"success":false}';
  expect(read(`[1, ${item} ,2]`, [9, 30, 50]).text(1)).toBe(item);
});

test('an item across the borders of what is held together is read', () => {
  const long = `{"input":"${'ж'.repeat(400_000)}","success":true}`;
  const index = read(`[0,${long},${long}]`, [262_144, 262_145, 600_000]);
  expect(index.state()).toBe('whole');
  expect(texts(index)).toEqual(['0', long, long]);
});

test('nesting without end neither stops nor breaks it', () => {
  const deep = '['.repeat(100_000) + ']'.repeat(100_000);
  const index = read(`[${deep}]`, [100_000]);
  expect([index.state(), index.items(), index.failed()]).toEqual(['whole', 1, 1]);
});
