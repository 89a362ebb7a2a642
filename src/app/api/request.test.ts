import { afterEach, expect, test, vi } from 'vitest';
import { RequestFailure } from './failure.ts';
import { requestAnswer } from './request.ts';
import { requestStream } from './requestStream.ts';

/** Answers the app's requests; returns what was asked. */
function serve(answer: (signal: AbortSignal) => Promise<Response> | Response): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (url: string, { signal }: { signal: AbortSignal }) => {
    asked.push(url);
    return answer(signal);
  });
  return asked;
}

/** Never answers, as long as it is not told to leave it. */
const never = (signal: AbortSignal) =>
  new Promise<Response>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new DOMException('left', 'AbortError')));
  });

const ask = (signal = new AbortController().signal) =>
  requestStream('demo', { kind: 'log', id: 'a-1' }, { signal });

async function failureOf(asking: Promise<unknown>): Promise<RequestFailure> {
  const error: unknown = await asking.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof RequestFailure) return error;
  throw new Error('this was no failure of a request');
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('a good answer is handed over while it comes, whatever its status', async () => {
  const asked = serve(() => new Response('[not even JSON', { status: 201 }));
  const { status, body } = await ask();
  expect(status).toBe(201);
  expect(await new Response(body).text()).toBe('[not even JSON');
  expect(asked).toEqual(['/demo/api/v1/operations/a-1/log']);
});

test('an error is told with the server’s own words', async () => {
  const body = { request_id: 'r-1', code: 'OPERATION_LOG_EXPIRED', message: 'gone' };
  serve(() => Response.json(body, { status: 404, headers: { 'retry-after': '3' } }));
  expect(await failureOf(ask())).toMatchObject({
    status: 404,
    code: 'OPERATION_LOG_EXPIRED',
    message: 'gone',
    requestId: 'r-1',
    retryAfterMs: 3000,
  });
});

test('a gateway’s page is an error of its status', async () => {
  serve(() => new Response('<html>', { status: 502 }));
  expect(await failureOf(ask())).toMatchObject({ status: 502, code: 'HTTP_502', requestId: null });
});

test('a server that is not there, and one that does not answer in time, are told apart', async () => {
  serve(() => Promise.reject(new TypeError('Failed to fetch')));
  expect(await failureOf(ask())).toMatchObject({ status: null, code: 'UNREACHABLE' });
  vi.useFakeTimers();
  serve(never);
  const late = failureOf(ask());
  vi.advanceTimersByTime(40_000);
  expect(await late).toMatchObject({ status: null, code: 'NO_ANSWER' });
});

test('once an answer has begun it may take its time', async () => {
  vi.useFakeTimers();
  const signals: AbortSignal[] = [];
  serve((signal) => {
    signals.push(signal);
    return new Response('[]');
  });
  await ask();
  vi.advanceTimersByTime(3_600_000);
  expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
});

test('who leaves gets their own reason, not a failure', async () => {
  serve(never);
  const leaving = new AbortController();
  const asking = ask(leaving.signal);
  leaving.abort(new Error('gone home'));
  await expect(asking).rejects.toThrow('gone home');
});

/** Answers once; returns the `cache-control` that was asked with. */
function hear(answer: Response): () => string | undefined {
  let said: string | undefined;
  vi.stubGlobal('fetch', async (_url: string, { headers }: { headers: Record<string, string> }) => {
    said = headers['cache-control'];
    return answer;
  });
  return () => said;
}
const signal = () => new AbortController().signal;

test('who asks by hand wants no kept answer; to a poll one may be given', async () => {
  const said = hear(Response.json({}));
  await requestAnswer('demo', { kind: 'list' }, { signal: signal(), fresh: true });
  expect(said()).toBe('no-cache');
  const saidByPoll = hear(Response.json({}));
  await requestAnswer('demo', { kind: 'list' }, { signal: signal() });
  expect(saidByPoll()).toBeUndefined();
});

test('an answer is as old as the proxy says, by this clock, and never newer than now', async () => {
  vi.useFakeTimers({ now: 1_000_000 });
  const readAt = async (age: string | null) => {
    hear(Response.json({}, { headers: age === null ? {} : { 'x-age-ms': age } }));
    return (await requestAnswer('demo', { kind: 'list' }, { signal: signal() })).at;
  };
  expect(await readAt('4200')).toBe(995_800);
  expect(await readAt('-50')).toBe(1_000_000);
  expect(await readAt('soon')).toBe(1_000_000);
  expect(await readAt(null)).toBe(1_000_000);
});

test('a date until which to wait is measured by the clock of who names it', async () => {
  vi.useFakeTimers({ now: Date.UTC(2020, 0, 1) });
  const headers = {
    date: 'Wed, 21 Oct 2026 07:28:00 GMT',
    'retry-after': 'Wed, 21 Oct 2026 07:28:30 GMT',
  };
  hear(Response.json({ code: 'BUSY' }, { status: 503, headers }));
  const asking = requestAnswer('demo', { kind: 'list' }, { signal: signal() });
  expect((await failureOf(asking)).retryAfterMs).toBe(30_000);
});
