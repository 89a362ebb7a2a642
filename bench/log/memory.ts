import { readFileSync, writeFileSync } from 'node:fs';
import type { Browser, CDPSession, Page } from 'playwright';

/** The most memory that a page took, in bytes, above what it had taken before. */
export type MemoryPeak = {
  /** JavaScript heap and array buffers of the page and its workers. */
  readonly heap: number;
  /** What the system gave the browser's page processes; null where the system does not tell. */
  readonly resident: number | null;
};

type HeapUsage = { readonly usedSize: number; readonly backingStorageSize?: number };

/** How often the heaps are asked for, in ms. */
const SAMPLE_MS = 25;

/** Watches a page's memory while `work` is done. */
export async function peakMemory(
  browser: Browser,
  page: Page,
  work: () => Promise<void>,
): Promise<MemoryPeak> {
  const session = await page.context().newCDPSession(page);
  const heaps = await openHeaps(session);
  await session.send('HeapProfiler.collectGarbage');
  const residents = await residentSets(browser);
  const base = await heaps.total();
  let highest = base;
  const sample = async () => {
    highest = Math.max(highest, await heaps.total());
  };
  const timer = setInterval(() => void sample(), SAMPLE_MS);
  await work();
  clearInterval(timer);
  await sample();
  const resident = residents.peak();
  await session.detach();
  return { heap: highest - base, resident };
}

/** The heaps of a page and of the workers that it starts, over the browser's debugging protocol. */
async function openHeaps(session: CDPSession): Promise<{ total: () => Promise<number> }> {
  const workers = new Set<string>();
  const waiting = new Map<number, (usage: HeapUsage | null) => void>();
  let lastNumber = 0;
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type === 'worker') workers.add(sessionId);
  });
  session.on('Target.detachedFromTarget', ({ sessionId }) => workers.delete(sessionId));
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message) as { id: number; result?: HeapUsage };
    waiting.get(id)?.(result ?? null);
    waiting.delete(id);
  });
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  const ofWorker = (sessionId: string) =>
    new Promise<number>((resolve, reject) => {
      const id = ++lastNumber;
      waiting.set(id, (usage) => resolve(usage ? sizeOf(usage) : 0));
      const message = JSON.stringify({ id, method: 'Runtime.getHeapUsage' });
      session.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
    });
  return {
    total: async () => {
      const page = (await session.send('Runtime.getHeapUsage')) as HeapUsage;
      const others = await Promise.all([...workers].map(ofWorker));
      return others.reduce((sum, bytes) => sum + bytes, sizeOf(page));
    },
  };
}

function sizeOf({ usedSize, backingStorageSize = 0 }: HeapUsage): number {
  return usedSize + backingStorageSize;
}

/** Sets the peaks of the page processes back to what they hold now, where the system is Linux. */
async function residentSets(browser: Browser): Promise<{ peak: () => number | null }> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  try {
    const before = renderers.map((id) => {
      writeFileSync(`/proc/${id}/clear_refs`, '5');
      return statusBytes(id, 'VmRSS');
    });
    return {
      peak: () => renderers.reduce((sum, id, at) => sum + statusBytes(id, 'VmHWM') - (before[at] ?? 0), 0),
    };
  } catch (error) {
    if (error instanceof Error && 'code' in error) return { peak: () => null };
    throw error;
  }
}

function statusBytes(id: number, field: string): number {
  const line = new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(readFileSync(`/proc/${id}/status`, 'utf8'));
  return Number(line?.[1] ?? 0) * 1024;
}
