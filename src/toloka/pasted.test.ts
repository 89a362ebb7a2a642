import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOperationId } from './endpoints.ts';
import { readPasted } from './pasted.ts';

const ID = '26e130ad3652443a3dc5094791e48ef9';
const UUID = '6d25a3b2-8f2b-4a43-9c1b-0f6f5a1b2c3d';

/** What a text names, shortly: `sandbox: the-id ?tab=log`. */
function said(text: string): string | null {
  const read = readPasted(text);
  if (read === null) return null;
  const where = read.environment ?? 'here';
  return read.kind === 'list' ? `${where}: ?${read.search}` : `${where}: ${read.id} ${read.rest}`.trim();
}

test.each([
  [` ${ID}\n`, `here: ${ID}`],
  [`http://127.0.0.1:4747/production/operations/${ID}`, `production: ${ID}`],
  [`/demo/operations/${ID}?tab=log&q=a#item-3`, `demo: ${ID} ?tab=log&q=a#item-3`],
  ['/production/operations/compare?id=a&id=b', 'production: compare ?id=a&id=b'],
  [`https://toloka.dev/api/v1/operations/${ID}`, `production: ${ID}`],
  [`https://toloka.dev/api/v1/operations/${ID}/log?x=1`, `production: ${ID}`],
  [`https://sandbox.toloka.dev/api/v1/operations/${UUID}/`, `sandbox: ${UUID}`],
  [`https://toloka.yandex.com/api/v1/operations/${ID}`, `production: ${ID}`],
  [`https://sandbox.toloka.yandex.com/requester/operation/${ID}`, `sandbox: ${ID}`],
  [`http://127.0.0.1:4747/demo/api/v1/operations/${ID}`, `demo: ${ID}`],
  [`https://example.org/api/v1/operations/${ID}`, `here: ${ID}`],
  [
    `curl -sS -H "Authorization: OAuth $TOLOKA_TOKEN" 'https://sandbox.toloka.dev/api/v1/operations/${ID}'`,
    `sandbox: ${ID}`,
  ],
  [`{"id": "${ID}", "type": "POOL.OPEN", "parameters": {"pool_id": "12345678"}}`, `here: ${ID}`],
  [`{"id": "${ID}", "type": "POOL.OP`, `here: ${ID}`],
  [`PoolOpenOperation(id='${UUID}', status=<Status.RUNNING>)`, `here: ${UUID}`],
  [`toloka_client.get_operation("${ID}")`, `here: ${ID}`],
  [`operation ${UUID} has failed, see the log`, `here: ${UUID}`],
])('%s names an operation', (text, names) => {
  expect(said(text)).toBe(names);
});

test.each([
  ['?status=FAIL&limit=20', 'here: ?status=FAIL&limit=20'],
  ['status=FAIL&type=POOL.OPEN', 'here: ?status=FAIL&type=POOL.OPEN'],
  ['?find=cat+dog', 'here: ?find=cat+dog'],
  ['/sandbox/operations', 'sandbox: ?'],
  ['https://toloka.dev/api/v1/operations?sort=-id&status=FIAL', 'production: ?sort=-id&status=FIAL'],
  ["curl 'https://sandbox.toloka.dev/api/v1/operations?limit=5'", 'sandbox: ?limit=5'],
])('%s is a list', (text, names) => {
  expect(said(text)).toBe(names);
});

test.each([
  '',
  'two words',
  'http://',
  'https://toloka.dev/docs',
  'https://toloka.dev/api/v1/pools/123',
  'http://localhost:4747/production/operations/%',
  '{"items": [{"id": "operation-1"}, {"id": "operation-2"}]}',
  '{"pool_id": "12345678"}',
  `${ID} and ${UUID}`,
  '?x=1',
])('“%s” names nothing', (text) => {
  expect(readPasted(text)).toBeNull();
});

test('a word that may be an ID is not taken for one with certainty', () => {
  expect(readPasted('failed')).toMatchObject({ id: 'failed', sure: false });
  expect(readPasted('24h')).toMatchObject({ id: '24h', sure: false });
  expect(readPasted(ID)).toMatchObject({ id: ID, sure: true });
  expect(readPasted('open-pool-1')).toMatchObject({ sure: true });
});

const ids = fc.stringMatching(/^[A-Za-z0-9._~-]{1,128}$/).filter(isOperationId);

test('every ID is read as it is, alone and in every link to it', () => {
  fc.assert(
    fc.property(ids, (id) => {
      expect(said(id)).toBe(`here: ${id}`);
      expect(said(`https://toloka.dev/api/v1/operations/${id}`)).toBe(`production: ${id}`);
      expect(said(`http://localhost:4747/sandbox/operations/${encodeURIComponent(id)}`)).toBe(
        `sandbox: ${id}`,
      );
      expect(said(`curl 'https://sandbox.toloka.dev/api/v1/operations/${id}/log'`)).toBe(`sandbox: ${id}`);
    }),
  );
});

test('no text makes it throw, and what it names could stand in a path', () => {
  const pieces = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      'https://',
      '/operations/',
      '%',
      '{"id":',
      '"',
      'toloka.dev',
      '?status=',
      "id='",
      ID,
      '[',
    ),
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const read = readPasted(parts.join(''));
      if (read?.kind === 'operation') expect(isOperationId(read.id)).toBe(true);
    }),
  );
});
