import { expect, test } from 'vitest';
import { readCsv } from '../../../../tests/fixtures/readCsv.ts';
import { DEFAULT_QUERY, type ListQuery } from '../../../toloka/listSearch.ts';
import { decodeOperation } from '../../../toloka/operation.ts';
import { RequestFailure } from '../../api/failure.ts';
import type { ListWalkStep, walkList } from '../../api/listWalk.ts';
import { ExportRun } from './exportRun.ts';
import type { FormatName, Manifest } from './formats.ts';
import type { Sink } from './sinks.ts';

const NOW = Date.parse('2026-11-21T21:10:05.123Z');

/** A file in memory. */
function memory(named: string | null = null) {
  const file = { text: '', name: '' };
  const sink: Sink = {
    named,
    write: (piece) => {
      file.text += piece;
      return Promise.resolve();
    },
    close: (name) => {
      file.name = name;
      return Promise.resolve();
    },
  };
  return { file, sink };
}

const page = (texts: readonly string[], ends: boolean): ListWalkStep => ({
  rows: texts.map((text) => ({ operation: decodeOperation(JSON.parse(text)), text })),
  position: ends ? null : { after: { values: [], id: 'x' }, unfinished: new Set() },
});

/** A walk that gives these pages; an error among them is thrown once and the walk goes on behind it. */
function walkOf(script: (ListWalkStep | Error | (() => void))[]): typeof walkList {
  return async function* (_environment, _query, { signal }) {
    for (let step = script.shift(); step; step = script.shift()) {
      await Promise.resolve();
      if (typeof step === 'function') step();
      else if (step instanceof Error) throw step;
      else yield step;
      if (signal.aborted) return;
    }
  };
}

function runOf(
  script: (ListWalkStep | Error | (() => void))[],
  options: {
    format?: FormatName;
    secrets?: Manifest['secrets'];
    query?: Partial<ListQuery>;
    named?: string;
  } = {},
) {
  const { file, sink } = memory(options.named ?? null);
  const run = new ExportRun({
    environment: 'production',
    query: { ...DEFAULT_QUERY, statuses: ['FAIL'], ...options.query },
    format: options.format ?? 'ndjson',
    secrets: options.secrets ?? 'masked',
    sink,
    walk: walkOf(script),
    now: NOW,
  });
  return { run, file };
}

const big = '{"id":"a", "parameters":{"pool_id":9007199254740993123,"ratio":0.10},\n "new_field":[1, 2]}';
const plain = '{"id":"b","type":"POOL.OPEN","status":"FAIL","parameters":{"api_key":"s3cret"}}';

test('NDJSON is a manifest and then each operation as it came, on a line of its own', async () => {
  const { run, file } = runOf([page([big], false), page([plain], true)], { secrets: 'included' });
  await run.go();
  expect(file.text.split('\n')).toEqual([
    '{"manifest":{"environment":"production","query":"status=FAIL","exported":"2026-11-21T21:10:05.123Z","secrets":"included"}}',
    '{"id":"a", "parameters":{"pool_id":9007199254740993123,"ratio":0.10},"new_field":[1, 2]}',
    plain,
    '',
  ]);
  expect(file.name).toBe('toloka-operations-production-20261121T211005Z.ndjson');
  expect(run.state()).toMatchObject({ phase: 'complete', rows: 2, walked: 2, file: file.name });
});

test('secrets are masked unless they are asked for', async () => {
  const { run, file } = runOf([page([plain], true)]);
  await run.go();
  expect(file.text).toContain(
    '{"id":"b","type":"POOL.OPEN","status":"FAIL","parameters":{"api_key":"••••••"}}\n',
  );
  expect(file.text).toContain('"secrets":"masked"');
  expect(file.text).not.toContain('s3cret');
});

test('CSV has a column for each known value, the rest as JSON, and the manifest beside the first operation', async () => {
  const batch =
    '{"id":"c","type":"TASK.BATCH_CREATE","status":"SUCCESS","submitted":"2026-11-20T10:00:00.123456","started":null,' +
    '"finished":"2026-11-20T10:00:03","progress":100,"parameters":{"skip_invalid_items":true},' +
    '"details":{"total_count":12345678901234567890,"failed_count":0}}';
  const { run, file } = runOf([page([big, batch], true)], { format: 'csv' });
  await run.go();
  expect(file.text.startsWith('\uFEFFid,type,status,')).toBe(true);
  const [head = [], ...rows] = readCsv(file.text);
  const records = rows.map((row) => Object.fromEntries(row.map((cell, index) => [head[index], cell])));
  expect(head.join()).toBe(
    'id,type,status,submitted,started,finished,progress,' +
      'parameters.pool_id,parameters.training_id,parameters.project_id,' +
      'details.pool_id,details.training_id,details.project_id,' +
      'details.total_count,details.valid_count,details.not_valid_count,details.success_count,details.failed_count,' +
      'parameters,details,other,export',
  );
  expect(records).toHaveLength(2);
  expect(records[0]).toMatchObject({
    id: 'a',
    'parameters.pool_id': '9007199254740993123',
    parameters: '{"pool_id":9007199254740993123,"ratio":0.10}',
    details: '',
    other: '{"new_field":[1, 2]}',
    export:
      '{"environment":"production","query":"status=FAIL","exported":"2026-11-21T21:10:05.123Z","secrets":"masked"}',
  });
  expect(records[1]).toMatchObject({
    id: 'c',
    submitted: '2026-11-20T10:00:00.123456',
    started: '',
    finished: '2026-11-20T10:00:03',
    progress: '100',
    'details.total_count': '12345678901234567890',
    'details.failed_count': '0',
    'details.valid_count': '',
    parameters: '{"skip_invalid_items":true}',
    other: '',
    export: '',
  });
});

test('a value that would run as a formula is disarmed in CSV and untouched in NDJSON', async () => {
  const text = String.raw`{"id":"=1+1","parameters":{"pool_id":"=HYPERLINK(\"http://x\")","n":"-5"}}`;
  const csv = runOf([page([text], true)], { format: 'csv' });
  await csv.run.go();
  const [, row] = readCsv(csv.file.text);
  expect(row?.[0]).toBe("'=1+1");
  expect(row?.[7]).toBe(`'=HYPERLINK("http://x")`);
  const ndjson = runOf([page([text], true)]);
  await ndjson.run.go();
  expect(ndjson.file.text).toContain(`${text}\n`);
});

test('an export that is stopped keeps what came and says that it is incomplete, in its name too', async () => {
  const halt = { now: () => {} };
  const { run, file } = runOf([page([big], false), () => halt.now(), page([plain], true)]);
  halt.now = run.stop;
  await run.go();
  expect(run.state()).toMatchObject({ phase: 'incomplete', rows: 1 });
  expect(file.name).toBe('toloka-operations-production-20261121T211005Z-incomplete.ndjson');
  expect(file.text.trimEnd().split('\n').at(-1)).toBe(
    '{"ending":{"complete":false,"operations":1,"reason":"stopped by hand"}}',
  );
  expect(file.text).not.toContain('"b"');
});

test('a failure keeps what came; the export goes on from there, nothing lost, nothing doubled', async () => {
  const failure = new RequestFailure({ status: 500, code: 'INTERNAL_ERROR', message: 'Broken' });
  const { run, file } = runOf([page([big], false), failure, page([plain], true)]);
  await run.go();
  expect(run.state()).toMatchObject({ phase: 'failed', rows: 1, failure: { code: 'INTERNAL_ERROR' } });
  expect(file.name).toBe('');
  await run.go();
  expect(run.state()).toMatchObject({ phase: 'complete', rows: 2, failure: null });
  expect(file.text.match(/"id"/g)).toHaveLength(2);
  expect(file.text.match(/"manifest"/g)).toHaveLength(1);
});

test('after a failure the file can be kept as it is, and says why it ends', async () => {
  const failure = new RequestFailure({ status: 500, code: 'INTERNAL_ERROR', message: 'Broken' });
  const { run, file } = runOf([page([big], false), failure], { format: 'csv' });
  await run.go();
  await run.keep();
  const last = readCsv(file.text).at(-1);
  expect(last?.[0]).toBe('INCOMPLETE: failed: INTERNAL_ERROR Broken');
  expect(last?.at(-1)).toBe('{"complete":false,"operations":1,"reason":"failed: INTERNAL_ERROR Broken"}');
  expect(file.name).toBe('toloka-operations-production-20261121T211005Z-incomplete.csv');
});

test('with a text to find, only operations that hold it are in the file', async () => {
  const { run, file } = runOf([page([big, plain], true)], { query: { find: '0993123' } });
  await run.go();
  expect(run.state()).toMatchObject({ phase: 'complete', rows: 1, walked: 2 });
  expect(file.text).toContain('"query":"status=FAIL&find=0993123"');
  expect(file.text).not.toContain('"b"');
});

test('an export without operations still says what was asked', async () => {
  const { run, file } = runOf([page([], true)], { format: 'csv' });
  await run.go();
  const rows = readCsv(file.text);
  expect(rows).toHaveLength(2);
  expect(rows[1]?.slice(0, -1).join('')).toBe('');
  expect(rows[1]?.at(-1)).toContain('"query":"status=FAIL"');
});

test('a file that a person named keeps its name', async () => {
  const { run } = runOf([page([big], true)], { named: 'mine.ndjson' });
  await run.go();
  expect(run.state().file).toBe('mine.ndjson');
});
