import { describe, expect, test } from 'vitest';
import { ask, NOW, testEmulator } from './testEmulator.ts';
import type { Emulator } from './emulator.ts';

async function control(
  emulator: Emulator,
  action: string,
  body?: unknown,
): Promise<readonly [number, unknown]> {
  const [method = '', path = ''] = action.split(' ');
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
  const response = await emulator.fetch(new Request(`http://api.test/_emulator/${path}`, init));
  return [response.status, await response.json()];
}

describe('the control API', () => {
  test('does not exist unless it is asked for', async () => {
    const [status] = await control(testEmulator({ size: 0 }), 'POST reset', {});
    expect(status).toBe(404);
  });

  test('moves, stops and sets the clock', async () => {
    const emulator = testEmulator({ size: 0, control: true });
    const start = { now: NOW, utc: '2026-05-20T12:00:00.250Z', frozen: false };
    expect(await control(emulator, 'GET state')).toEqual([200, start]);
    expect(await control(emulator, 'POST advance', { ms: 60_000 })).toMatchObject([
      200,
      { now: NOW + 60_000 },
    ]);
    expect(await control(emulator, 'POST freeze', {})).toMatchObject([
      200,
      { now: NOW + 60_000, frozen: true },
    ]);
    expect(await control(emulator, 'POST time', { at: '2026-05-20T13:00:00' })).toMatchObject([
      200,
      { frozen: true },
    ]);
    expect(emulator.now()).toBe(Date.UTC(2026, 4, 20, 13));
    expect(await control(emulator, 'POST freeze', { at: NOW })).toMatchObject([200, { now: NOW }]);
    expect(await control(emulator, 'POST resume')).toMatchObject([200, { frozen: false }]);
    emulator.advance(5);
    expect(await control(emulator, 'POST reset')).toEqual([200, start]);
  });

  test('puts an operation with its log, and clears', async () => {
    const emulator = testEmulator({ size: 10, control: true });
    const operation = { id: 'mine', type: 'TASK.BATCH_CREATE', status: 'RUNNING', submitted: '@now' };
    const steps = [{ afterMs: 100, status: 'SUCCESS' }];
    const put = { operation, steps, log: [{ type: 'TASK_CREATE', success: true }], afterMs: 0 };
    expect(await control(emulator, 'POST operations', put)).toMatchObject([200, {}]);
    expect(await (await ask(emulator, '/mine')).json()).toMatchObject({ status: 'RUNNING' });
    expect(await (await ask(emulator, '/mine/log')).json()).toEqual([{ type: 'TASK_CREATE', success: true }]);
    await control(emulator, 'POST clear');
    expect(await (await ask(emulator)).json()).toEqual({ items: [], has_more: false });
  });

  test('sets faults and switches, and tells the requests', async () => {
    const emulator = testEmulator({ size: 10, control: true });
    const rules = [{ fault: 'error-503-retry-after', endpoint: 'list', times: 1, retryAfter: '9' }];
    expect(await control(emulator, 'POST faults', { rules })).toEqual([200, { rules }]);
    expect((await ask(emulator)).headers.get('retry-after')).toBe('9');
    expect(await control(emulator, 'GET faults')).toEqual([200, { rules: [] }]);
    const change = { absentFinished: 'first', idOrder: 'folded' };
    expect(await control(emulator, 'POST switches', change)).toEqual([
      200,
      { ...change, arrivals: true, regress: false },
    ]);
    expect(await control(emulator, 'GET switches')).toEqual([
      200,
      { ...change, arrivals: true, regress: false },
    ]);
    const path = '/api/v1/operations';
    expect(await control(emulator, 'GET requests')).toMatchObject([
      200,
      { requests: [{ path, status: 503 }] },
    ]);
    expect(await control(emulator, 'DELETE requests')).toEqual([200, { requests: [] }]);
    expect(await control(emulator, 'DELETE faults')).toEqual([200, { rules: [] }]);
  });

  test.each([
    ['POST advance', {}],
    ['POST advance', { ms: '60000' }],
    ['POST advance', { ms: 1, sm: 2 }],
    ['POST advance', { ms: 1e12 }],
    ['POST time', { at: 'now' }],
    ['POST reset', { now: 1 }],
    ['POST faults', { fault: 'error-500' }],
    ['POST faults', { rules: [{ fault: 'error-5000' }] }],
    ['POST faults', { rules: [{ fault: 'error-500', endpoint: 'lists' }] }],
    ['POST faults', { rules: [{ fault: 'error-500', id: 7 }] }],
    ['POST switches', { idOrder: 'random' }],
    ['POST switches', { arrival: false }],
    ['POST operations', { operation: { type: 'POOL.OPEN' } }],
    ['POST operations', { operation: { id: 'x' }, steps: [{ status: 'FAIL' }] }],
    ['POST operations', { operation: { id: 'x' }, steps: [{ afterMs: 9 }, { afterMs: 3 }] }],
    ['POST operations', []],
  ])('%s with %j is refused with a reason', async (action, body) => {
    const answer = await control(testEmulator({ size: 0, control: true }), action, body);
    expect(answer).toMatchObject([
      400,
      { code: 'BAD_CONTROL_REQUEST', message: expect.stringMatching(/.{10}/) },
    ]);
  });

  test.each(['GET advance', 'POST state', 'POST toString', 'POST '])('%s does not exist', async (action) => {
    expect(await control(testEmulator({ size: 0, control: true }), action)).toMatchObject([
      404,
      { code: 'NOT_FOUND' },
    ]);
  });
});
