import { describe, expect, test } from 'vitest';
import { ask, list, NOW, operation, testEmulator } from './testEmulator.ts';

const SECOND = 1000;

describe('the three endpoints', () => {
  const emulator = testEmulator({ size: 300 });

  test('answer JSON on any origin', async () => {
    const { items } = await list(emulator, 'sort=-submitted&limit=1');
    const one = await operation(emulator, items[0]!.id);
    expect(one).toEqual(items[0]);
    const elsewhere = new Request('https://toloka.example/api/v1/operations', {
      headers: { authorization: 'OAuth demo' },
    });
    const response = await emulator.fetch(elsewhere);
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'application/json; charset=utf-8',
    ]);
  });

  test.each([
    ['/no-such-id', 404, 'DOES_NOT_EXIST'],
    ['/no-such-id/log', 404, 'DOES_NOT_EXIST'],
    ['/a/b', 404, 'NOT_FOUND'],
    ['/', 404, 'NOT_FOUND'],
    ['/error-404?x=1', 400, 'VALIDATION_ERROR'],
    ['?limit=301', 400, 'VALIDATION_ERROR'],
    ['/../pools', 404, 'NOT_FOUND'],
  ])('%s is refused with %i %s in the shape of the API', async (path, status, code) => {
    const response = await ask(emulator, path);
    const body: unknown = await response.json();
    expect(response.status).toBe(status);
    expect(body).toMatchObject({
      code,
      request_id: expect.stringMatching(/^[0-9a-f]{32}$/),
      message: expect.any(String),
    });
  });

  test.each([undefined, 'OAuth other', 'Bearer demo', 'OAuth  demo', 'demo'])(
    'Authorization %s is 401',
    async (authorization) => {
      const response = await ask(emulator, '', { headers: authorization ? { authorization } : {} });
      expect(response.status).toBe(401);
      expect(await response.text()).not.toContain('demo');
    },
  );

  test('the wanted header is an option', async () => {
    const keyed = testEmulator({ size: 0, authorization: 'ApiKey k1' });
    expect((await ask(keyed, '', { headers: { authorization: 'ApiKey k1' } })).status).toBe(200);
    expect((await ask(keyed)).status).toBe(401);
  });

  test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('%s is 405', async (method) => {
    const response = await ask(emulator, '', { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  test('HEAD answers without a body', async () => {
    const response = await ask(emulator, '', { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });

  test('a type or status that does not exist yet is an empty list', async () => {
    expect(await list(emulator, 'type=POOL.SING')).toEqual({ items: [], has_more: false });
    expect(await list(emulator, 'status=PAUSING')).toEqual({ items: [], has_more: false });
  });

  test('more than 300 requests within a second are 429, until the second is over', async () => {
    let at = NOW;
    const limited = testEmulator({ size: 0, rateLimit: 300, now: () => at });
    const statuses = async (count: number) => {
      const seen = new Map<number, number>();
      for (let index = 0; index < count; index += 1) {
        const { status } = await ask(limited, '?limit=1');
        seen.set(status, (seen.get(status) ?? 0) + 1);
      }
      return Object.fromEntries(seen);
    };
    expect(await statuses(310)).toEqual({ 200: 300, 429: 10 });
    at += SECOND - 1;
    expect(await statuses(1)).toEqual({ 429: 1 });
    at += 1;
    expect(await statuses(301)).toEqual({ 200: 300, 429: 1 });
  });
});
