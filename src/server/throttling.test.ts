import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { LONG, serveScripted, type Scripted } from './testing/scripted.ts';

/** When the API asks to wait, and when too much is asked of it, over real sockets. */

const LIST = '/production/api/v1/operations';
let stage: Scripted;

afterEach(() => stage.close());

const REFRESH = { 'cache-control': 'no-cache' };

describe('the gate', () => {
  const waits = async (path: string, headers = {}, method = 'GET') => {
    const response = await stage.get(path, headers, method);
    const body = method === 'HEAD' ? {} : ((await response.json()) as Record<string, unknown>);
    return [response.status, response.headers.get('retry-after'), body['code'] ?? null];
  };

  test.each([
    ['Retry-After', { 'retry-after': '30' }, {}, '30'],
    ['payload.interval', {}, { payload: { interval: 'HOUR' } }, '3600'],
    ['neither', {}, {}, '60'],
  ])('one 429 stops everybody: %s', async (_, headers, more, wait) => {
    stage = await serveScripted();
    await stage.get(`${LIST}?limit=9`);
    stage.json(429, { request_id: 'r', code: 'TOO_MANY_REQUESTS', message: 'Wait', ...more }, headers);
    expect(await waits(LIST)).toEqual([429, wait, 'TOO_MANY_REQUESTS']);
    stage.json(200, {});
    stage.asked.length = 0;
    for (const path of [LIST, `${LIST}?limit=1`, `${LIST}/a`, `${LIST}/a/log`]) {
      const [status, retryAfter, code] = await waits(path, REFRESH);
      expect([status, code]).toEqual([429, 'TOO_MANY_REQUESTS']);
      expect(Number(retryAfter)).toBeGreaterThan(Number(wait) - 5);
      expect((await waits(path, {}, 'HEAD'))[0]).toBe(429);
    }
    expect(stage.asked).toEqual([]);
    // What is known needs no question.
    expect((await stage.get(`${LIST}?limit=9`)).status).toBe(200);
    expect((await stage.get('/sandbox/api/v1/operations')).status).toBe(200);
  });

  test('the local answer has the shape of the API’s errors', async () => {
    stage = await serveScripted();
    stage.json(429, { code: 'TOO_MANY_REQUESTS' }, { 'retry-after': '30' });
    await stage.get(LIST);
    const body = (await (await stage.get(LIST)).json()) as Record<string, unknown>;
    expect(Object.keys(body)).toEqual(['request_id', 'code', 'message']);
    expect(body['message']).toMatch(/^The API has asked to wait\. It will be asked again in \d+ seconds\.$/);
  });

  test('it opens by itself', async () => {
    stage = await serveScripted({ ...LONG, gateMs: 100 });
    stage.json(429, {});
    await stage.get(LIST);
    stage.json(200, {});
    await vi.waitFor(async () => expect((await stage.get(LIST)).status).toBe(200), { interval: 20 });
  });

  test.each([
    ['of a log', `${LIST}/a/log`, 'application/json'],
    ['that is a gateway’s page', LIST, 'text/html'],
  ])('a 429 %s closes it too', async (_, path, type) => {
    stage = await serveScripted();
    stage.answerWith((res) => res.writeHead(429, { 'content-type': type, 'retry-after': '30' }).end('[]'));
    await stage.get(path);
    stage.asked.length = 0;
    expect((await waits(`${LIST}/b`))[0]).toBe(429);
    expect(stage.asked).toEqual([]);
  });
});

test('T-FLOOD: one client’s storm of different questions is held to the limit', async () => {
  stage = await serveScripted({
    ...LONG,
    askedBurst: 20,
    clientPerSecond: 1,
    askedPerSecond: 1000,
    turnMs: 0,
  });
  const responses = await Promise.all(
    Array.from({ length: 60 }, (_, limit) => stage.get(`${LIST}?limit=${limit}`)),
  );
  const statuses = responses.map(({ status }) => status);
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(20);
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(30);
  expect(stage.asked.length).toBe(statuses.filter((status) => status === 200).length);
  expect(responses.find(({ status }) => status === 429)?.headers.get('retry-after')).toBe('1');
  // What is known is given all the same.
  expect((await stage.get(`${LIST}?limit=0`)).status).toBe(200);
});

test('readers of many long logs do not hold up the lists', async () => {
  stage = await serveScripted();
  const { waiting } = stage.hold();
  const logs = Array.from({ length: 30 }, (_, index) =>
    request(`${stage.proxy.origin}${LIST}/l${index}/log`),
  );
  for (const log of logs) log.on('error', () => undefined).end();
  await vi.waitFor(() => expect(waiting.length).toBeGreaterThanOrEqual(8), { timeout: 10_000, interval: 5 });
  stage.json(200, { items: [] });
  const list = request(stage.proxy.origin + LIST).end();
  const [response] = (await once(list, 'response')) as [IncomingMessage];
  expect(response.statusCode).toBe(200);
  response.resume();
  expect(waiting).toHaveLength(8);
  for (const log of logs) log.destroy();
});
