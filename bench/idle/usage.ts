import type { CDPSession, Page } from 'playwright';

/** What a page has used since it was opened, and what it holds. Times in ms, sizes in bytes. */
export type Usage = {
  /** When this was read, by a clock that does not jump. */
  readonly at: number;
  /** Processor time of the page's process, all threads. */
  readonly cpu: number;
  /** Time of the page's main thread: all of it, and what of it was spent where. */
  readonly tasks: number;
  readonly script: number;
  readonly style: number;
  readonly layout: number;
  readonly layouts: number;
  /** After a collection. */
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly documents: number;
};

const sessions = new WeakMap<Page, Promise<CDPSession>>();

function sessionOf(page: Page): Promise<CDPSession> {
  const known = sessions.get(page) ?? begin(page);
  sessions.set(page, known);
  return known;
}

async function begin(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return session;
}

/** Reads what a page has used so far; collects its garbage when asked, which costs the page time of its own. */
export async function readUsage(page: Page, { collect }: { readonly collect: boolean }): Promise<Usage> {
  const session = await sessionOf(page);
  // Twice: what a finaliser of the first collection lets go, the second one takes.
  for (let turn = 0; turn < (collect ? 2 : 0); turn++) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const at = performance.now();
  const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return {
    at,
    cpu: value('ProcessTime') * 1000,
    tasks: value('TaskDuration') * 1000,
    script: value('ScriptDuration') * 1000,
    style: value('RecalcStyleDuration') * 1000,
    layout: value('LayoutDuration') * 1000,
    layouts: value('LayoutCount'),
    heap: value('JSHeapUsedSize'),
    nodes: value('Nodes'),
    listeners: value('JSEventListeners'),
    documents: value('Documents'),
  };
}
