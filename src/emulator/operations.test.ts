import { describe, expect, test } from 'vitest';
import { KNOWN_TYPES, OPERATION_TYPES } from '../toloka/vocabulary.ts';
import { ask, everything, list, NOW, operation, testEmulator } from './testEmulator.ts';

const SECOND = 1000;

describe('the operations', () => {
  test('follow from the seed and the moment', async () => {
    const first = await everything(testEmulator({ seed: 7, size: 400 }));
    expect(await everything(testEmulator({ seed: 7, size: 400 }))).toEqual(first);
    expect((await everything(testEmulator({ seed: 8, size: 400 }))).map((row) => row.id)).not.toEqual(
      first.map((row) => row.id),
    );
  });

  test('do not depend on how the clock came to where it is', async () => {
    const jumped = testEmulator({ size: 200 });
    jumped.advance(600 * SECOND);
    const walked = testEmulator({ size: 200 });
    // It has seen the future already: nothing of it may show.
    const returned = testEmulator({ size: 200 });
    returned.advance(3600 * SECOND);
    await list(returned, 'limit=1');
    for (let step = 0; step < 500; step += 1) {
      walked.advance(1.2 * SECOND);
      returned.setTime(walked.now());
      const newest = (await list(walked, 'sort=-submitted,id&limit=5')).items;
      expect((await list(returned, 'sort=-submitted,id&limit=5')).items).toEqual(newest);
    }
    const rows = await everything(jumped);
    expect(walked.now()).toBe(jumped.now());
    expect(await everything(walked)).toEqual(rows);
    expect(await everything(returned)).toEqual(rows);
  });

  test('by default are 5,000 over 60 days, of every type of the server and of no other', async () => {
    const all = await everything(testEmulator());
    expect(all).toHaveLength(5000);
    const days = all.map((row) => (NOW - Date.parse(`${row.submitted}Z`)) / 86_400_000);
    expect(Math.max(...days)).toBeLessThan(60);
    expect(Math.max(...days)).toBeGreaterThan(59);
    expect(Math.min(...days)).toBeGreaterThanOrEqual(0);
    const fromServer = KNOWN_TYPES.filter((type) => OPERATION_TYPES[type].fromServer);
    expect(new Set(all.map((row) => row.type))).toEqual(new Set([...fromServer, 'PROJECT.CLONE_V2']));
    const largest = blockSizes(all.map((row) => `${row.type} ${row.submitted}`));
    expect(largest[0]).toBe(700);
    expect(largest.slice(1, 8)).toEqual([40, 20, 12, 8, 5, 4, 3]);
    expect(blockSizes(all.map((row) => row.finished ?? row.id))[0]).toBe(60);
    const fractions = new Set(all.map((row) => row.submitted.length));
    expect(fractions).toEqual(new Set([19, 23, 26]));
    expect(all.filter((row) => /^[0-9a-f]{24}$/.test(row.id)).length).toBeGreaterThan(1000);
    expect(
      all.filter((row) => /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(row.id)).length,
    ).toBeGreaterThan(1000);
    expectCountsToAddUp(all);
  });

  function blockSizes(keys: readonly string[]): number[] {
    const sizes = new Map<string, number>();
    for (const key of keys) sizes.set(key, (sizes.get(key) ?? 0) + 1);
    return [...sizes.values()].toSorted((a, b) => b - a);
  }

  function expectCountsToAddUp(rows: Awaited<ReturnType<typeof everything>>): void {
    const counted = rows.filter((row) => row.details && 'total_count' in row.details);
    expect(counted.length).toBeGreaterThan(1500);
    for (const { details, status, parameters } of counted) {
      const counts = details as Record<string, number>;
      expect(counts['valid_count']! + counts['not_valid_count']!).toBe(counts['total_count']);
      expect(counts['success_count']! + counts['failed_count']!).toBe(counts['total_count']);
      if (status === 'SUCCESS') expect(counts['success_count']).toBe(counts['valid_count']);
      if (status === 'SUCCESS' && !parameters!['skip_invalid_items']) expect(counts['failed_count']).toBe(0);
    }
  }

  test('carry what their type says', async () => {
    const emulator = testEmulator();
    const first = async (query: string) =>
      (await list(emulator, `${query}&limit=1&sort=-submitted`)).items[0]!;
    const done = async (type: string) => first(`type=${type}&status=SUCCESS`);
    const clone = await done('POOL.CLONE');
    expect(clone.details!['pool_id']).toMatch(/^\d{8}$/);
    expect(clone.parameters!['pool_id']).not.toBe(clone.details!['pool_id']);
    const known = await done('KNOWN_SOLUTIONS.GENERATE');
    expect(known.parameters).toMatchObject({
      secret: expect.stringMatching(/^[0-9a-f]{32}$/),
      poolName: expect.any(String),
    });
    const analytics = await done('ANALYTICS');
    expect(analytics.parameters!['value']).toEqual(
      (analytics.details!['value'] as { request: unknown }[]).map(({ request }) => request),
    );
    expect(Object.keys((await done('USER_BONUS.BATCH_CREATE')).parameters!)).toEqual(['skip_invalid_items']);
    expect(Object.keys((await done('TRAINING.CLOSE')).parameters!)).toEqual(['training_id']);
    expect(Object.keys((await first('status=RUNNING')).details ?? {})).toEqual([]);
  });

  test.each([1, 2, 3])(
    'live on: at any moment some wait and some run, and new ones come (seed %i)',
    async (seed) => {
      const emulator = testEmulator({ seed, size: 0, sentinels: false });
      const before = (await everything(emulator)).length;
      for (let minute = 0; minute < 60; minute += 1) {
        expect((await list(emulator, 'status=PENDING')).items.length).toBeGreaterThan(0);
        expect((await list(emulator, 'status=RUNNING')).items.length).toBeGreaterThan(0);
        emulator.advance(60 * SECOND);
      }
      const arrived = (await everything(emulator)).length - before;
      expect(arrived).toBeGreaterThan(3600 / 10);
      expect(arrived).toBeLessThan(3600 / 5);
    },
  );

  test('stop arriving when the switch says so', async () => {
    const emulator = testEmulator({ size: 0, switches: { arrivals: false } });
    const before = (await everything(emulator)).map((row) => row.id);
    emulator.advance(3600 * SECOND);
    expect((await everything(emulator)).map((row) => row.id)).toEqual(before);
    emulator.setSwitches({ arrivals: true });
    const [newest] = (await list(emulator, 'sort=-submitted&limit=1')).items;
    expect(before).not.toContain(newest!.id);
    emulator.setSwitches({ arrivals: false });
    expect((await ask(emulator, `/${newest!.id}`)).status).toBe(404);
  });

  test('take their ends back when the switch says so, as the real API never should', async () => {
    const emulator = testEmulator({ size: 0 });
    const ended = await operation(emulator, 'no-finished-success');
    emulator.setSwitches({ regress: true });
    const { status, progress } = await operation(emulator, 'no-finished-success');
    expect([ended.status, status, progress]).toEqual(['SUCCESS', 'RUNNING', 60]);
    const rows = (await list(emulator, 'sort=submitted&limit=300')).items;
    expect(rows.filter((row) => row.status === 'SUCCESS' || row.status === 'FAIL')).toEqual([]);
    expect(rows.find((row) => row.id === 'unknown-status')?.status).toBe('PAUSED');
    emulator.reset();
    expect((await operation(emulator, 'no-finished-success')).status).toBe('SUCCESS');
  });
});
