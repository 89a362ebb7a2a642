import { describe, expect, test } from 'vitest';
import { ask, everything, list, NOW, operation, testEmulator } from './testEmulator.ts';

const SECOND = 1000;

describe('what tests can do', () => {
  test('watch one operation to its end', async () => {
    const emulator = testEmulator();
    const { items } = await list(
      emulator,
      'status=RUNNING&type=TASK_SUITE.BATCH_CREATE&sort=-submitted&limit=1',
    );
    const { id } = items[0]!;
    const seen: unknown[] = [];
    for (let step = 0; step < 40; step += 1) {
      const { status, progress } = await operation(emulator, id);
      seen.push(status === 'RUNNING' ? progress : status);
      emulator.advance(10 * SECOND);
    }
    expect(seen.at(-1)).toMatch(/^(SUCCESS|FAIL)$/);
    expect(seen.filter((value) => typeof value === 'number').length).toBeGreaterThan(3);
  });

  test('put an operation with steps; its times follow the clock', async () => {
    const emulator = testEmulator({ size: 0, switches: { arrivals: false } });
    emulator.put(
      { id: 'put-1', type: 'POOL.OPEN', status: 'PENDING', submitted: '@now' },
      {
        afterMs: 1000,
        steps: [
          { afterMs: 500, status: 'RUNNING', progress: 5 },
          { afterMs: 2000, status: 'SUCCESS', finished: '@now' },
        ],
      },
    );
    expect((await ask(emulator, '/put-1')).status).toBe(404);
    emulator.advance(1000);
    expect(await operation(emulator, 'put-1')).toEqual({
      id: 'put-1',
      type: 'POOL.OPEN',
      status: 'PENDING',
      submitted: '2026-05-20T12:00:01.250',
    });
    emulator.advance(600);
    expect(await operation(emulator, 'put-1')).toMatchObject({ status: 'RUNNING', progress: 5 });
    emulator.advance(2000);
    const done = { status: 'SUCCESS', progress: 5, finished: '2026-05-20T12:00:03.250' };
    expect(await operation(emulator, 'put-1')).toMatchObject(done);
    expect((await list(emulator, 'sort=-submitted&limit=1')).items[0]).toMatchObject({
      id: 'put-1',
      ...done,
    });
  });

  test('a put operation takes the place of one with the same ID', async () => {
    const emulator = testEmulator({ size: 100 });
    const { id } = (await list(emulator, 'sort=-submitted&limit=1')).items[0]!;
    emulator.put({ id, type: 'ANALYTICS', status: 'FAIL', submitted: '2026-05-20T11:59:59' });
    const rows = (await everything(emulator)).filter((row) => row.id === id);
    expect(rows).toEqual([{ id, type: 'ANALYTICS', status: 'FAIL', submitted: '2026-05-20T11:59:59' }]);
  });

  test('clear leaves nothing but what is put, and reset brings all back', async () => {
    const emulator = testEmulator();
    const before = await list(emulator, 'sort=-submitted,id');
    emulator.advance(60 * SECOND);
    emulator.setFaults([{ fault: 'error-500', endpoint: 'list' }]);
    emulator.setSwitches({ absentFinished: 'first' });
    emulator.clear();
    emulator.setFaults([]);
    emulator.advance(600 * SECOND);
    expect(await list(emulator, '')).toEqual({ items: [], has_more: false });
    emulator.put({ id: 'only', type: 'POOL.OPEN', status: 'SUCCESS', submitted: '@now' });
    expect((await list(emulator, '')).items.map((row) => row.id)).toEqual(['only']);
    emulator.reset();
    expect(await list(emulator, 'sort=-submitted,id')).toEqual(before);
    expect(emulator.now()).toBe(NOW);
    expect(emulator.switches().absentFinished).toBe('largest');
  });

  test('see what was asked, never with a value of a header', async () => {
    const emulator = testEmulator({ size: 0 });
    await list(emulator, 'limit=5');
    await ask(emulator, '/none');
    expect(emulator.requests()).toEqual([
      { at: NOW, method: 'GET', path: '/api/v1/operations?limit=5', headers: ['authorization'], status: 200 },
      { at: NOW, method: 'GET', path: '/api/v1/operations/none', headers: ['authorization'], status: 404 },
    ]);
    emulator.clearRequests();
    expect(emulator.requests()).toEqual([]);
    emulator.setFaults([{ fault: 'hangs' }]);
    await expect(ask(emulator, '', { signal: AbortSignal.timeout(2) })).rejects.toThrow('timeout');
    expect(emulator.requests()).toMatchObject([{ path: '/api/v1/operations', status: null }]);
  });

  test('cannot drive the clock further than it can be followed', () => {
    const emulator = testEmulator({ size: 0 });
    expect(() => emulator.advance(101 * 86_400_000)).toThrow(RangeError);
    expect(emulator.now()).toBe(NOW);
  });
});
