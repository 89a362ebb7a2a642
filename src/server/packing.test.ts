import { createServer, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { sendAnswer } from './answers.ts';
import { packerFor, takesGzip } from './packing.ts';

const asking = (encodings: string | undefined, remoteAddress = '192.0.2.1') =>
  ({ headers: { 'accept-encoding': encodings }, socket: { remoteAddress } }) as unknown as IncomingMessage;

test.each([
  ['gzip, deflate, br', true],
  ['br;q=1.0, gzip;q=0.2', true],
  ['*', true],
  ['GZIP', true],
  ['gzip;q=0', false],
  ['*, gzip;q=0', false],
  ['br', false],
  ['', false],
  [undefined, false],
])('a client that names %j takes gzip: %s', (encodings, takes) => {
  expect(takesGzip(asking(encodings))).toBe(takes);
});

test('a log is packed for the line, not within this machine', () => {
  expect(packerFor(asking('gzip'))).not.toBeNull();
  expect(packerFor(asking('gzip', '127.0.0.1'))).toBeNull();
  expect(packerFor(asking('gzip', '::ffff:127.0.0.1'))).toBeNull();
  expect(packerFor(asking('br'))).toBeNull();
});

test('an answer goes out packed where it pays and is wanted, and whole otherwise', async () => {
  const long = JSON.stringify({
    items: Array.from({ length: 100 }, (_, index) => ({ id: `operation-${index}` })),
  });
  const server = createServer((req, res) => {
    sendAnswer(res, { status: 200, body: req.url === '/long' ? long : '{"status":"ok"}' });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const ask = async (path: string, encodings: string) => {
    return new Promise<{ encoding: unknown; length: number; body: Buffer }>((resolve, reject) => {
      request({ port, path, headers: { 'accept-encoding': encodings } }, (res) => {
        const chunks: Buffer[] = [];
        res.on('data', (chunk: Buffer) => chunks.push(chunk));
        res.on('end', () =>
          resolve({
            encoding: res.headers['content-encoding'],
            length: Number(res.headers['content-length']),
            body: Buffer.concat(chunks),
          }),
        );
      })
        .on('error', reject)
        .end();
    });
  };
  const packed = await ask('/long', 'gzip, br');
  expect(packed.encoding).toBe('gzip');
  expect(packed.length).toBe(packed.body.length);
  expect(packed.length).toBeLessThan(long.length / 4);
  expect(gunzipSync(packed.body).toString()).toBe(long);
  const plain = await ask('/long', 'identity');
  expect(plain).toMatchObject({ encoding: undefined, length: long.length });
  expect(await ask('/short', 'gzip')).toMatchObject({ encoding: undefined, length: 15 });
  server.close();
});
