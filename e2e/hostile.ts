import fc from 'fast-check';

/** JSON texts as no honest API would send them. Texts, not values: an object cannot have a key twice. */

const ODD_TEXTS = [
  '',
  ' ',
  'null',
  '-1',
  '99',
  '\u0000\u0007\u001b[31m',
  '\u202eabc\u2066\u200f',
  '\ud800',
  'x\udfff',
  '👩‍👩‍👧‍👦',
  'e\u0301'.repeat(40),
  '<img src=x onerror=alert(1)>',
  '{{constructor}}',
  '2026-03-20T10:00:05',
  '2026-99-99T99:99:99',
  '+275760-09-14T00:00:00',
  '0000-00-00',
  'x'.repeat(20_000),
  'long '.repeat(2000),
];
const ODD_NUMBERS = ['0', '-0', '-1', '101', '1e308', '1e999', '-1e-999', '0.1', '9007199254740993', '1E400'];
const ODD_KEYS = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'length',
  '',
  'id',
  'ключ',
  'a.b',
];
const WORDS = ['POOL.OPEN', 'TASK.BATCH_CREATE', 'ANALYTICS', 'POOL.CLONE', 'NEW.TYPE', 'SUCCESS', 'FAIL'];
const KNOWN_KEYS = [
  'value',
  'secret',
  'pool_id',
  'skip_invalid_items',
  'total_count',
  'valid_count',
  'not_valid_count',
  'success_count',
  'failed_count',
  'request',
  'result',
  'name',
  'subject',
  'finished',
  'training_id',
];

const word = (texts: readonly string[]) => fc.constantFrom(...texts).map((text) => JSON.stringify(text));
const scalar = fc.oneof(
  word(ODD_TEXTS),
  word(WORDS),
  fc.constantFrom(...ODD_NUMBERS),
  fc.constantFrom('null', 'true', 'false', '[]', '{}'),
  fc.string({ unit: 'binary', maxLength: 40 }).map((text) => JSON.stringify(text)),
);
const key = fc.oneof(word(KNOWN_KEYS), word(ODD_KEYS));
const deep = fc
  .integer({ min: 20, max: 5000 })
  .chain((levels) =>
    fc.constantFrom(
      '['.repeat(levels) + ']'.repeat(levels),
      '{"a":'.repeat(levels) + '1' + '}'.repeat(levels),
    ),
  );
const wide = fc.constantFrom(
  `[${Array.from({ length: 400 }, (_, at) => at).join()}]`,
  `{${Array.from({ length: 400 }, (_, at) => `"key ${at}":"${at}"`).join()}}`,
);

const members = (value: fc.Arbitrary<string>, maxLength: number) =>
  fc
    .array(fc.tuple(key, value), { maxLength })
    .map((entries) => `{${entries.map(([name, each]) => `${name}:${each}`).join()}}`);

/** Any JSON at all, mostly of the kinds that trip programs up. */
const { anything } = fc.letrec<{ anything: string }>((tie) => ({
  anything: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    { weight: 6, arbitrary: scalar },
    { weight: 2, arbitrary: fc.array(tie('anything'), { maxLength: 4 }).map((items) => `[${items.join()}]`) },
    { weight: 2, arbitrary: members(tie('anything'), 5) },
    { weight: 1, arbitrary: wide },
  ),
}));

const FIELDS = {
  type: word([...WORDS, 'TASK_SUITE.BATCH_CREATE', 'TRAINING.CLONE']),
  status: word(['PENDING', 'RUNNING', 'SUCCESS', 'FAIL', 'HALTED']),
  submitted: word(['2026-03-20T10:00:05', '2026-03-20T10:00:05.123456']),
  started: word(['2026-03-20T10:00:06', '2026-03-20T09:00:00']),
  finished: word(['2026-03-20T10:00:07', '1999-01-01']),
  progress: fc.constantFrom('0', '55', '100', '-7', '1e9'),
  parameters: members(anything, 6),
  details: members(anything, 6),
};

/** An operation of a given ID, each of whose fields may be missing, twice there, or of any kind. */
export function hostileOperation(id: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const fields = Object.entries(FIELDS).map(([name, usual]) =>
    fc
      .oneof(
        { weight: 3, arbitrary: usual },
        { weight: 2, arbitrary: anything },
        { weight: 1, arbitrary: fc.constant('') },
      )
      .map((value) => (value === '' ? [] : [`"${name}":${value}`])),
  );
  return fc
    .tuple(id, fc.tuple(...fields), members(anything, 3))
    .map(([name, parts, extra]) => `{"id":${name},${[...parts.flat(), `"more":${extra}`].join()}}`);
}

const anyId = fc.oneof(
  { weight: 4, arbitrary: word(['a', 'b', 'c', 'd-1', 'compare', '..']) },
  { weight: 1, arbitrary: word(ODD_TEXTS) },
  { weight: 1, arbitrary: scalar },
);

/** An answer of the list: mostly operations in a list, some of which have the same ID. */
export const hostileList = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .tuple(
        fc.array(hostileOperation(word(['a', 'b', 'c', 'd-1', 'compare', '..', '\u202eabc', '\ud800'])), {
          minLength: 1,
          maxLength: 5,
        }),
        fc.constantFrom('true', 'false', 'null', '"yes"', '[]'),
      )
      .map(([items, more]) => `{"items":[${items.join()}],"has_more":${more}}`),
  },
  {
    weight: 2,
    arbitrary: fc
      .array(fc.oneof(hostileOperation(anyId), anything, deep), { maxLength: 4 })
      .map((items) => `{"items":[${items.join()}],"has_more":false}`),
  },
  { weight: 1, arbitrary: anything },
  { weight: 1, arbitrary: deep },
);

/** An answer about one operation. */
export function hostileDetail(id: string): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 8, arbitrary: hostileOperation(fc.constant(JSON.stringify(id))) },
    { weight: 1, arbitrary: hostileOperation(anyId) },
    { weight: 1, arbitrary: fc.oneof(anything, deep) },
    {
      weight: 1,
      arbitrary: deep.map((value) => `{"id":${JSON.stringify(id)},"parameters":${value}}`),
    },
  );
}

const logItem = fc.oneof(
  { weight: 1, arbitrary: fc.oneof(anything, deep) },
  {
    weight: 6,
    arbitrary: fc
      .tuple(
        fc.oneof(word(['TASK_VALIDATE', 'TASK_CREATE']), anything),
        fc.oneof(fc.constantFrom('true', 'false'), anything),
        fc.oneof(members(anything, 4), anything),
        fc.oneof(members(members(anything, 3), 4), anything, deep),
      )
      .map(
        ([type, success, input, output]) =>
          `{"type":${type},"success":${success},"input":${input},"output":${output}}`,
      ),
  },
);

/** A log: mostly a list of items. */
export const hostileLog = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.array(logItem, { minLength: 1, maxLength: 8 }).map((items) => `[${items.join()}]`),
  },
  { weight: 1, arbitrary: anything },
);
