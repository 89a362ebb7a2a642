import { describe, expect, test } from 'vitest';
import { FAULT_NAMES, type FaultName } from './faults.ts';
import { ask, everything, list, NOW, operation, testEmulator } from './testEmulator.ts';

const emulator = testEmulator({ size: 300 });

describe('the named operations', () => {
  test('are all old rows of the list', async () => {
    const rows = await everything(emulator);
    const old = rows
      .filter((row) => NOW - Date.parse(`${row.submitted}Z`) > 58.5 * 86_400_000)
      .map((row) => row.id);
    expect(old).toEqual(expect.arrayContaining([...FAULT_NAMES]));
    expect(old).toEqual(
      expect.arrayContaining(['markup-in-fields', 'big-numbers', 'unknown-type', 'unknown-status']),
    );
    expect(rows.filter((row) => row.id === 'error-500')).toMatchObject([
      { type: 'POOL.CLOSE', status: expect.stringMatching(/^(SUCCESS|FAIL)$/) },
    ]);
  });

  test('are left out by the option', async () => {
    const plain = testEmulator({ size: 300, sentinels: false });
    expect((await ask(plain, '/error-500')).status).toBe(404);
    expect((await ask(plain, '/huge-log')).status).toBe(404);
    expect((await everything(plain)).filter((row) => !/^[0-9a-fA-F-]{24,36}$/.test(row.id))).toEqual([]);
  });

  const failing: readonly (readonly [FaultName, number, string])[] = [
    ['error-500', 500, 'INTERNAL_ERROR'],
    ['error-503', 503, 'SERVICE_UNAVAILABLE'],
    ['error-503-retry-after', 503, 'SERVICE_UNAVAILABLE'],
    ['rate-limited', 429, 'TOO_MANY_REQUESTS'],
    ['rate-limited-retry-after', 429, 'TOO_MANY_REQUESTS'],
    ['rate-limited-interval', 429, 'TOO_MANY_REQUESTS'],
    ['unauthorized', 401, 'AUTHENTICATION_ERROR'],
    ['forbidden', 403, 'ACCESS_DENIED'],
  ];
  test.each(failing)('%s answers %i %s, its log too', async (id, status, code) => {
    for (const path of [`/${id}`, `/${id}/log`]) {
      const response = await ask(emulator, path);
      expect(response.status).toBe(status);
      expect(response.headers.get('retry-after')).toBe(id.endsWith('-retry-after') ? '2' : null);
      const body = (await response.json()) as Record<string, unknown>;
      expect(body).toMatchObject({ code, request_id: expect.any(String) });
      expect(body['payload']).toEqual(id === 'rate-limited-interval' ? { interval: 'MIN' } : undefined);
    }
  });

  test.each([
    ['malformed-json', /"open_pool" : fase,/],
    ['wrong-shape', /^\["not an operation"\]$/],
    ['missing-required', /^\{"id":"missing-required"\}$/],
    ['html', /^<!doctype html>/],
    ['big-numbers', /"pool_id":9007199254740993123,"ratio":0\.12345678901234567891/],
    ['markup-in-fields', /<script>/],
    ['unknown-type', /"type":"PROJECT\.CLONE_V2"/],
    ['unknown-status', /"status":"PAUSED"/],
    ['progress-out-of-range', /"progress":140/],
    ['running-with-finished', /"status":"RUNNING".*"finished":"2026/],
  ])('%s answers 200 with its oddity, word for word', async (id, text) => {
    const response = await ask(emulator, `/${id}`);
    expect(response.status).toBe(200);
    expect(await response.text()).toMatch(text);
  });

  test('html is HTML, with 200 and 502', async () => {
    const [ok, bad] = [await ask(emulator, '/html'), await ask(emulator, '/html-502')];
    expect([ok.status, ok.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect([bad.status, bad.headers.get('content-type')]).toEqual([502, 'text/html; charset=utf-8']);
  });

  test('fields that are missing are missing', async () => {
    expect(Object.keys(await operation(emulator, 'missing-fields'))).toEqual([
      'id',
      'type',
      'status',
      'submitted',
    ]);
    expect(await operation(emulator, 'no-finished-success')).toMatchObject({ status: 'SUCCESS' });
    expect(Object.keys(await operation(emulator, 'no-finished-success'))).not.toContain('finished');
  });

  test('cut-body promises more than it sends', async () => {
    const response = await ask(emulator, '/cut-body');
    const promised = Number(response.headers.get('content-length'));
    const reader = response.body!.getReader();
    const { value } = await reader.read();
    expect(value!.byteLength).toBe(Math.floor(promised / 2));
    await expect(reader.read()).rejects.toThrow('cut');
  });

  test('endless-body never ends, lets timers run, and stops with its reader', async () => {
    const response = await ask(emulator, '/endless-body');
    const reader = response.body!.getReader();
    let size = 0;
    const timer = new Promise((resolve) => setTimeout(() => resolve('over'), 5));
    while (
      (await Promise.race([timer, reader.read().then(({ value }) => (size += value?.byteLength ?? 0))])) !==
      'over'
    );
    expect(size).toBeGreaterThan(16_000);
    await reader.cancel();
    expect((await reader.read()).done).toBe(true);
  });

  test('hangs answers nothing until the request is aborted', async () => {
    const abort = new AbortController();
    const answer = ask(emulator, '/hangs', { signal: abort.signal });
    expect(
      await Promise.race([answer, new Promise((resolve) => setTimeout(() => resolve('nothing'), 5))]),
    ).toBe('nothing');
    abort.abort();
    await expect(answer).rejects.toThrow('aborted');
  });

  test('slow ends with the request', async () => {
    const answer = ask(emulator, '/slow', { signal: AbortSignal.timeout(5) });
    await expect(answer).rejects.toThrow('timeout');
  });
});

describe('faults that are set', () => {
  test('hit the endpoint, the operation and the number of requests that they name', async () => {
    const own = testEmulator({ size: 50 });
    const { id } = (await list(own, 'sort=-submitted&limit=1')).items[0]!;
    const statuses = async () => [
      (await ask(own, '?limit=1')).status,
      (await ask(own, `/${id}`)).status,
      (await ask(own, '/unknown-type')).status,
    ];
    own.setFaults([{ fault: 'error-500', endpoint: 'list' }]);
    expect(await statuses()).toEqual([500, 200, 200]);
    own.setFaults([{ fault: 'error-503', id }]);
    expect(await statuses()).toEqual([200, 503, 200]);
    own.setFaults([
      { fault: 'forbidden', times: 2 },
      { fault: 'error-500', endpoint: 'operation' },
    ]);
    expect(await statuses()).toEqual([403, 403, 500]);
    expect(own.faults()).toEqual([{ fault: 'error-500', endpoint: 'operation' }]);
    own.setFaults([]);
    expect(await statuses()).toEqual([200, 200, 200]);
  });

  test('take their own numbers', async () => {
    const own = testEmulator({ size: 5 });
    own.setFaults([
      { fault: 'rate-limited-retry-after', retryAfter: 'Wed, 20 May 2026 12:00:10 GMT', times: 1 },
      { fault: 'slow', ms: 1 },
    ]);
    expect((await ask(own)).headers.get('retry-after')).toBe('Wed, 20 May 2026 12:00:10 GMT');
    expect((await ask(own)).status).toBe(200);
  });

  test.each([
    ['malformed-json', /^\{"items":\[\{.*fase.*\}\],"has_more":false\}$/s],
    ['wrong-shape', /^\{"operations":\[\]\}$/],
    ['missing-required', /^\{"items":\[\{"id":"missing-required"\}\],"has_more":false\}$/],
  ] as const)('%s spoils a list as a list', async (fault, text) => {
    const own = testEmulator({ size: 5 });
    own.setFaults([{ fault }]);
    expect(await (await ask(own)).text()).toMatch(text);
  });

  test('may be any body, called JSON', async () => {
    const own = testEmulator({ size: 5 });
    own.setFaults([{ fault: 'raw', body: '[{"id":' }]);
    const answer = await ask(own);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'application/json; charset=utf-8',
    ]);
    expect(await answer.text()).toBe('[{"id":');
  });

  test('may lead elsewhere', async () => {
    const own = testEmulator({ size: 5 });
    own.setFaults([{ fault: 'redirect' }]);
    const answer = await ask(own);
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/trap']);
  });

  test('may be an answer that goes on and says nothing', async () => {
    const own = testEmulator({ size: 5 });
    own.setFaults([{ fault: 'drips' }]);
    const reader = (await ask(own)).body!.getReader();
    const decoder = new TextDecoder();
    const pieces = [await reader.read(), await reader.read()];
    expect(pieces.map(({ value }) => decoder.decode(value as Uint8Array))).toEqual([' ', ' ']);
    await reader.cancel();
  });

  test('never stand before the check of the token', async () => {
    const own = testEmulator({ size: 5 });
    own.setFaults([{ fault: 'error-500' }]);
    expect((await ask(own, '', { headers: {} })).status).toBe(401);
  });
});
