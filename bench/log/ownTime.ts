import type { Browser, Page } from 'playwright';

/** What is used of an event of the browser's trace. Times are in µs. */
type TraceEvent = {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Of `dur`, the time that the thread itself was at work, and not another process in its place. */
  readonly tdur?: number;
};

/**
 * Traces the browser while `work` is done, which reads a log. Returns its result, and of the longest task of the page's
 * thread since the log was asked for the thread's own time, in ms.
 */
export async function withOwnTime<Result>(
  browser: Browser,
  page: Page,
  work: () => Promise<Result>,
): Promise<[Result, number]> {
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing'] });
  const result = await work();
  const trace = (await browser.stopTracing()).toString('utf8');
  const { traceEvents } = JSON.parse(trace) as { traceEvents: readonly TraceEvent[] };
  const asked = traceEvents.find(({ name }) => name === 'log:asked');
  if (!asked) throw new Error('the trace does not tell when the log was asked for');
  const tasks = traceEvents.filter(
    ({ name, ph, pid, tid, ts, dur = 0 }) =>
      name.includes('RunTask') && ph === 'X' && pid === asked.pid && tid === asked.tid && ts + dur > asked.ts,
  );
  return [result, Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur)) / 1000];
}
