import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createEmulator, type Emulator } from './emulator.ts';
import { serveEmulator, type EmulatorServer } from './serve.ts';
import { readSettings } from './settings.ts';

let emulator: Emulator;
let server: EmulatorServer;
beforeAll(async () => {
  emulator = createEmulator({ size: 100, control: true });
  server = await serveEmulator(emulator, 0);
});
afterAll(() => server.close());

const headers = { authorization: 'OAuth demo' };
const get = (path: string, init: RequestInit = {}) =>
  fetch(`${server.origin}/api/v1/operations${path}`, { headers, ...init });

describe('the emulator over HTTP', () => {
  test('answers lists, operations and logs', async () => {
    expect(server.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const list = (await (await get('?limit=2')).json()) as { items: unknown[] };
    expect(list.items).toHaveLength(2);
    expect(await (await get('/unknown-type')).json()).toMatchObject({ type: 'PROJECT.CLONE_V2' });
    const log = await get('/status-201-log/log');
    expect([log.status, ((await log.json()) as unknown[]).length]).toEqual([201, 240]);
    expect((await get('', { method: 'HEAD' })).status).toBe(200);
    expect((await fetch(`${server.origin}/api/v1/operations`)).status).toBe(401);
  });

  test('has the control API', async () => {
    const response = await fetch(`${server.origin}/_emulator/advance`, {
      method: 'POST',
      body: '{"ms":1000}',
    });
    expect(response.status).toBe(200);
    const reset = await fetch(`${server.origin}/_emulator/reset`, { method: 'POST' });
    expect(await reset.json()).toMatchObject({ frozen: false });
  });

  test('a cut body is a cut connection', async () => {
    const response = await get('/cut-body');
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow('terminated');
  });

  test('a client that leaves ends what it asked for', async () => {
    let tell: (aborted: boolean) => void;
    const ended = new Promise<boolean>((resolve) => (tell = resolve));
    const watched = (asked: Request) => emulator.fetch(asked).finally(() => tell(asked.signal.aborted));
    const watching = await serveEmulator({ fetch: watched }, 0);
    const abort = new AbortController();
    const answer = fetch(`${watching.origin}/api/v1/operations/hangs`, { headers, signal: abort.signal });
    setTimeout(() => abort.abort(), 20);
    await expect(answer).rejects.toThrow('aborted');
    expect(await ended).toBe(true);
    await watching.close();
  });

  test('an endless body ends with its reader', async () => {
    const response = await get('/endless-body');
    const reader = response.body!.getReader();
    expect((await reader.read()).value!.byteLength).toBeGreaterThan(0);
    await reader.cancel();
    expect((await get('?limit=1')).status).toBe(200);
  });

  test('two authorizations are not one', async () => {
    const status = await new Promise((resolve, reject) => {
      const asked = request(`${server.origin}/api/v1/operations`);
      asked.setHeader('authorization', ['OAuth demo', 'OAuth demo']);
      asked
        .on('response', (answer) => resolve(answer.resume().statusCode))
        .on('error', reject)
        .end();
    });
    expect(status).toBe(401);
  });

  test('a taken port is an error with its code', async () => {
    const port = Number(new URL(server.origin).port);
    await expect(serveEmulator(emulator, port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});

describe('the settings', () => {
  test('have defaults', () => {
    expect(readSettings({})).toEqual({ port: 4748, seed: 1 });
    expect(readSettings({ EMULATOR_PORT: '0', EMULATOR_SEED: '42' })).toEqual({ port: 0, seed: 42 });
  });

  test.each([
    { EMULATOR_PORT: '65536' },
    { EMULATOR_PORT: '-1' },
    { EMULATOR_PORT: '80a' },
    { EMULATOR_SEED: '1.5' },
  ])('%j is refused by name', (env) => expect(() => readSettings(env)).toThrow(Object.keys(env)[0]));
});
