import { describe, expect, test } from 'vitest';
import { drawBatch, type BatchPlan } from './batchPlan.ts';
import { logItems } from './logItems.ts';
import { makeOperation } from './makeOperation.ts';
import { createRandom } from './random.ts';
import { ask, list, NOW, testEmulator } from './testEmulator.ts';

type Entry = {
  type: string;
  success: boolean;
  input: Record<string, unknown>;
  output: Record<string, { code?: string }>;
};
const emulator = testEmulator();

async function log(id: string): Promise<Entry[]> {
  const response = await ask(emulator, `/${id}/log`);
  expect(response.status).toBe(200);
  return (await response.json()) as Entry[];
}

describe('the log', () => {
  test.each([
    ['TASK.BATCH_CREATE', 'TASK_CREATE', 'TASK_VALIDATE', 'task_id'],
    ['TASK_SUITE.BATCH_CREATE', 'TASK_SUITE_CREATE', 'TASK_SUITE_VALIDATE', 'task_suite_id'],
    ['USER_BONUS.BATCH_CREATE', 'USER_BONUS_PERSIST', 'USER_BONUS_VALIDATE', 'user_bonus_id'],
  ] as const)('of a %s agrees with its counts', (type, created, validated, idField) => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const total = 1 + (seed % 40);
      const batch = drawBatch(createRandom(seed), total);
      const made = makeOperation(createRandom(seed), { type, submitted: NOW * 1000, batch });
      const entries = [...logItems(made, total)] as Entry[];
      const stopped = batch.cause === 'invalid' && !batch.skipInvalid;
      const good = entries.filter((entry) => entry.success);
      const bad = entries.filter((entry) => !entry.success);
      expect(good).toHaveLength(stopped ? 0 : total - batch.notValid);
      expect(bad).toHaveLength(batch.notValid);
      for (const entry of good) expect([entry.type, Object.keys(entry.output)]).toEqual([created, [idField]]);
      for (const entry of bad) {
        expect(entry.type).toBe(validated);
        expect(Object.values(entry.output)[0]?.code).toMatch(/^[A-Z_]+$/);
      }
    }
  });

  test('is the same every time', async () => {
    expect(await log('large-log')).toEqual(await log('large-log'));
  });

  test('of a running batch tells what is done so far, and grows', async () => {
    const own = testEmulator();
    const query = 'status=RUNNING&type=TASK_SUITE.BATCH_CREATE&sort=-submitted&limit=20';
    const { id } = (await list(own, query)).items.find((row) => (row.progress ?? 0) > 10)!;
    const size = async () => ((await (await ask(own, `/${id}/log`)).json()) as unknown[]).length;
    const before = await size();
    own.advance(240_000);
    expect(before).toBeGreaterThan(0);
    expect(await size()).toBeGreaterThan(before);
  });

  test('of a waiting batch is empty', async () => {
    const { items } = await list(emulator, 'status=PENDING&type=TASK_SUITE.BATCH_CREATE&limit=1');
    expect(await log(items[0]!.id)).toEqual([]);
  });

  test('of a type without one, and one older than a month, is 404', async () => {
    const code = async (query: string) => {
      const { items } = await list(emulator, `${query}&limit=1`);
      const response = await ask(emulator, `/${items[0]!.id}/log`);
      return [response.status, ((await response.json()) as { code: string }).code];
    };
    expect(await code('type=ANALYTICS')).toEqual([404, 'OPERATION_LOG_NOT_AVAILABLE']);
    const batch = 'type=TASK_SUITE.BATCH_CREATE&finished_lt=';
    expect(await code(`${batch}2026-04-20T11:59:59&sort=-finished`)).toEqual([404, 'OPERATION_LOG_EXPIRED']);
  });

  test('is kept for thirty days to the moment', async () => {
    const { items } = await list(
      emulator,
      'type=TASK.BATCH_CREATE&sort=finished&finished_gt=2026-04-20T12:00:01&limit=1',
    );
    expect((await ask(emulator, `/${items[0]!.id}/log`)).status).toBe(200);
  });

  test('may come with 201, or as one object', async () => {
    const created = await ask(emulator, '/status-201-log/log');
    expect(created.status).toBe(201);
    expect(await created.json()).toHaveLength(240);
    const single = await ask(emulator, '/single-object-log/log');
    expect(await single.json()).toMatchObject({ type: 'TASK_CREATE', success: true });
  });

  test('may break off in the middle of an item, or stop coming there', async () => {
    const cut = await ask(emulator, '/cut-log/log');
    const reader = cut.body!.getReader();
    const { value } = await reader.read();
    const whole = (bytes: Uint8Array | undefined) => {
      const text = new TextDecoder().decode(bytes);
      return JSON.parse(`${text.slice(0, text.lastIndexOf(',{'))}]`) as unknown[];
    };
    expect(whole(value)).toHaveLength(120);
    await expect(reader.read()).rejects.toThrow('the connection was cut');
    const abort = new AbortController();
    const stalling = (await ask(emulator, '/stalling-log/log', { signal: abort.signal })).body!.getReader();
    expect(whole((await stalling.read()).value)).toHaveLength(120);
    const next = stalling.read();
    abort.abort();
    await expect(next).rejects.toThrow('aborted');
  });

  test('may be huge, and is then made only as far as it is read', async () => {
    const response = await ask(emulator, '/huge-log/log');
    const reader = response.body!.getReader();
    const { value } = await reader.read();
    expect(value!.byteLength).toBeGreaterThan(60_000);
    expect(value!.byteLength).toBeLessThan(80_000);
    await reader.cancel();
    const clean: BatchPlan = { total: 100_000, notValid: 0, skipInvalid: true, cause: 'none' };
    const made = makeOperation(createRandom(1), { type: 'TASK.BATCH_CREATE', submitted: 0, batch: clean });
    const sizes = Array.from(logItems(made, 500), (entry) => JSON.stringify(entry).length);
    const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
    // 100,000 of them are about 40 MB.
    expect(mean).toBeGreaterThan(350);
    expect(mean).toBeLessThan(450);
  });

  test('ends when the request is aborted', async () => {
    const abort = new AbortController();
    const response = await ask(emulator, '/huge-log/log', { signal: abort.signal });
    const reader = response.body!.getReader();
    await reader.read();
    abort.abort();
    await expect(reader.read()).rejects.toThrow('aborted');
  });
});
