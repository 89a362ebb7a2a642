import { expect, test } from 'vitest';
import { expectError, itemsOf } from './answers.ts';
import type { Harness } from './harness.ts';

const LIST = '/api/v1/operations';

/** What a single operation, its log and the refusals promise, for any implementation. */
export function describeOperation(harness: () => Harness): void {
  const get = (path: string) => harness().get(`${LIST}${path}`);

  test('an operation is the same by itself as in the list', async () => {
    const found = itemsOf(await get('?status=SUCCESS&sort=-submitted&limit=3'));
    if (harness().ours) expect(found).toHaveLength(3);
    for (const item of found) {
      const answer = await get(`/${item.id}`);
      expect(answer.status).toBe(200);
      expect(answer.json).toEqual(item);
    }
  });

  test('an operation that does not exist', async () => {
    expectError(await get('/no-such-operation-7d1c'), 404);
    const log = await get('/no-such-operation-7d1c/log');
    expectError(log, harness().ours ? 404 : log.status);
    expect(log.status).toBeGreaterThanOrEqual(400);
  });

  test('the log of a batch: steps with what was sent and what came of it', async () => {
    const [batch] = itemsOf(await get('?type=TASK.BATCH_CREATE&status=SUCCESS&sort=-submitted&limit=1'));
    if (!batch) return expect(harness().ours).toBe(false);
    const { status, json } = await get(`/${batch.id}/log`);
    // 201 has been seen as well, and, in the reference's own example, one object instead of an array.
    expect([200, 201]).toContain(status);
    const steps = [json].flat();
    if (harness().ours) expect(steps.length).toBeGreaterThan(0);
    for (const step of steps) {
      expect(step).toMatchObject({ type: expect.stringMatching(/^[A-Z_]+$/), success: expect.any(Boolean) });
      expect(step).toHaveProperty('input');
      expect(step).toHaveProperty('output');
    }
  });

  test('an operation of a type without a log answers an error', async () => {
    const [opening] = itemsOf(await get('?type=POOL.OPEN&status=SUCCESS&sort=-submitted&limit=1'));
    if (!opening) return expect(harness().ours).toBe(false);
    const answer = await get(`/${opening.id}/log`);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expectError(answer, answer.status);
  });

  test('a wrong token is refused, where the client’s token counts', async () => {
    const answer = await harness().get(`${LIST}?limit=1`, { authorization: 'OAuth wrong' });
    if (!harness().readsAuthorization) return expect(answer.status).toBe(200);
    expect([401, 403]).toContain(answer.status);
    expectError(answer, answer.status);
  });

  test('a path that the API does not have', async () => {
    const answer = await harness().get('/api/v1/operations/a/b/c');
    if (harness().ours) expectError(answer, 404);
    else expect(answer.status).toBeGreaterThanOrEqual(400);
  });

  test('ours refuses parameters on a single operation', async () => {
    if (harness().ours) expectError(await get('/ok?limit=1'), 400);
  });
}
