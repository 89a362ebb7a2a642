import { request } from 'node:http';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { LONG, serveScripted, type Scripted } from './testing/scripted.ts';

/** Many viewers cost as much as one: joined questions and kept answers, over real sockets. */

const LIST = '/production/api/v1/operations';
let stage: Scripted;

afterEach(() => stage.close());

const REFRESH = { 'cache-control': 'no-cache' };
const OPERATION = { id: 'a', type: 'POOL.OPEN', submitted: '2026-01-02T03:04:05' };

describe('one question for many viewers', () => {
  test('fifty at once ask the API once, and all get the same answer', async () => {
    stage = await serveScripted();
    const { waiting, release } = stage.hold({ items: [{ id: 'x' }] });
    const all = Array.from({ length: 50 }, () => stage.get(`${LIST}?limit=5`));
    await vi.waitFor(() => expect(waiting).toHaveLength(1), { timeout: 10_000, interval: 5 });
    release();
    const texts = await Promise.all((await Promise.all(all)).map((response) => response.text()));
    expect(new Set(texts)).toEqual(new Set(['{"items":[{"id":"x"}]}']));
    expect(stage.asked).toEqual(['/api/v1/operations?limit=5']);
  });

  test('an answer is given again, and says since when it has been true; HEAD shares it', async () => {
    stage = await serveScripted();
    const before = Date.now();
    const first = (await stage.get(LIST)).headers.get('x-fetched-at') ?? '';
    expect(first).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(Date.parse(first)).toBeGreaterThanOrEqual(before);
    expect(Date.parse(first)).toBeLessThanOrEqual(Date.now());
    const again = await stage.get(LIST);
    expect(again.headers.get('x-fetched-at')).toBe(first);
    const age = Number(again.headers.get('x-age-ms'));
    expect(age).toBeGreaterThanOrEqual(0);
    expect(age).toBeLessThanOrEqual(Date.now() - Date.parse(first));
    expect((await stage.get(`${LIST}?`, {}, 'HEAD')).headers.get('x-fetched-at')).toBe(first);
    expect(stage.asked).toHaveLength(1);
    await stage.get(`${LIST}?limit=6`);
    expect(stage.asked).toHaveLength(2);
  });

  test('environments share nothing', async () => {
    stage = await serveScripted();
    await stage.get(LIST);
    await stage.get('/sandbox/api/v1/operations');
    expect(stage.asked).toHaveLength(2);
  });

  test('an answer is not given again when its time is over, unless the operation is', async () => {
    stage = await serveScripted({ ...LONG, keptMs: 0 });
    stage.json(200, { ...OPERATION, status: 'RUNNING' });
    for (const path of [`${LIST}/a`, `${LIST}/a`, LIST, LIST]) await stage.get(path);
    expect(stage.asked).toHaveLength(4);
    for (const status of ['SUCCESS', 'FAIL']) {
      stage.asked.length = 0;
      stage.json(200, { ...OPERATION, status });
      for (const path of [`${LIST}/${status}`, `${LIST}/${status}`, LIST, LIST]) await stage.get(path);
      expect(stage.asked).toHaveLength(3);
    }
    stage.asked.length = 0;
    stage.json(200, { ...OPERATION, status: 'ARCHIVED' });
    await stage.get(`${LIST}/b`);
    await stage.get(`${LIST}/b`);
    expect(stage.asked).toHaveLength(2);
  });

  test.each([
    [404, '{"code":"DOES_NOT_EXIST"}'],
    [500, '{"code":"INTERNAL_ERROR"}'],
    [401, '{"code":"AUTHENTICATION_ERROR"}'],
    [201, '{"id":"a","status":"SUCCESS"}'],
    [200, '{"id":'],
    [302, ''],
  ])('%i %s is not kept', async (status, body) => {
    stage = await serveScripted();
    stage.answerWith((res) => res.writeHead(status, { 'content-type': 'application/json' }).end(body));
    await stage.get(`${LIST}/a`);
    await stage.get(`${LIST}/a`);
    expect(stage.asked).toHaveLength(2);
  });

  test('a refresh passes by, and what it brings is given to others', async () => {
    stage = await serveScripted();
    await stage.get(LIST);
    stage.json(200, { items: ['new'] });
    expect(await (await stage.get(LIST)).text()).toBe('{"items":[]}');
    expect(await (await stage.get(LIST, REFRESH)).text()).toBe('{"items":["new"]}');
    expect(await (await stage.get(LIST)).text()).toBe('{"items":["new"]}');
    expect(stage.asked).toHaveLength(2);
  });

  test('a refresh does not join a question that was asked before it', async () => {
    stage = await serveScripted();
    const { waiting, release } = stage.hold();
    const early = stage.get(LIST);
    await vi.waitFor(() => expect(waiting).toHaveLength(1), { timeout: 10_000, interval: 5 });
    const fresh = stage.get(LIST, REFRESH);
    await vi.waitFor(() => expect(waiting).toHaveLength(2), { timeout: 10_000, interval: 5 });
    release();
    const ages = (await Promise.all([early, fresh])).map(({ headers }) =>
      Date.parse(headers.get('x-fetched-at') ?? ''),
    );
    expect(ages[1]).toBeGreaterThanOrEqual(ages[0] ?? Infinity);
  });

  test('a log is asked for by each reader', async () => {
    stage = await serveScripted();
    stage.json(200, []);
    await Promise.all([stage.get(`${LIST}/a/log`), stage.get(`${LIST}/a/log`)]);
    expect(stage.asked).toHaveLength(2);
  });
});

describe('viewers who leave', () => {
  const viewer = () => {
    const asking = request(stage.proxy.origin + LIST).on('error', () => undefined);
    asking.end();
    return asking;
  };
  /** Whatever was sent to the proxy before has reached it by then. */
  const passed = async () => {
    for (let trips = 0; trips < 3; trips++) await stage.get('/healthz');
  };

  test('the first to leave does not cancel the question, the last does', async () => {
    stage = await serveScripted();
    const { waiting } = stage.hold();
    const cancelled = () => waiting[0]?.destroyed;
    const first = viewer();
    await vi.waitFor(() => expect(waiting).toHaveLength(1), { timeout: 10_000, interval: 5 });
    const second = viewer();
    await passed();
    first.destroy();
    await passed();
    expect(cancelled()).toBe(false);
    second.destroy();
    await vi.waitFor(() => expect(cancelled()).toBe(true), { timeout: 10_000, interval: 5 });
    expect(stage.asked).toHaveLength(1);
  });
});
