import type { Browser, BrowserContext, CDPSession } from 'playwright';
import { PROBE, READ_PROBE, ROW_IS_SEEN, type Probed } from './probe.ts';

/** A slow laptop on a middling line: 4 × CPU slow-down, 10 Mbit/s, 40 ms. */
const LINE = {
  offline: false,
  latency: 40,
  downloadThroughput: 1_250_000,
  uploadThroughput: 1_250_000,
} as const;
const SLOW_DOWN = 4;
/** For shifts that come late, and for the heap to settle, in ms. */
const SETTLE_MS = 1500;
/** For the first row, in ms. */
const PATIENCE_MS = 60_000;

/** One visit's figures. Bytes as they crossed the line (compressed, with headers), until the first row. */
export type Visit = Probed & {
  readonly js: number;
  readonly css: number;
  readonly requests: number;
  /** Used JS heap after a collection, in bytes. */
  readonly heap: number;
};

type Loaded = { kind: string; bytes: number; at: number };

/**
 * Opens an address on the slow machine and measures until the first element that matches `wanted` is painted: once, with
 * nothing kept from before, or `times` in the same browser profile, of which all but the first are warm.
 */
export async function visit(
  browser: Browser,
  url: string,
  { wanted = 'tbody tr td a', times = 1 }: { readonly wanted?: string; readonly times?: number } = {},
): Promise<readonly Visit[]> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    await context.addInitScript(`window.probeFor = ${JSON.stringify(wanted)};`);
    await context.addInitScript(PROBE);
    const visits: Visit[] = [];
    while (visits.length < times) visits.push(await measure(context, url));
    return visits;
  } finally {
    await context.close();
  }
}

async function measure(context: BrowserContext, url: string): Promise<Visit> {
  const { page, session, loaded, started } = await open(context, url);
  const probed = await page.evaluate<Probed>(READ_PROBE);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await page.close();
  const before = loaded.filter(({ at }) => at - started <= (probed.firstRow ?? 0) / 1000);
  const sum = (kind: string) =>
    before.filter((each) => each.kind === kind).reduce((total, { bytes }) => total + bytes, 0);
  return {
    ...probed,
    js: sum('Script'),
    css: sum('Stylesheet'),
    requests: before.length,
    heap: usedSize,
  };
}

async function open(context: BrowserContext, url: string) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const traffic = await listen(session);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOW_DOWN });
  await session.send('Network.emulateNetworkConditions', LINE);
  // The page says so itself: asked by Playwright, it would first run Playwright's own script, 50 ms amid what is measured.
  const seen = page.waitForEvent('console', {
    predicate: (message) => message.text() === ROW_IS_SEEN,
    timeout: PATIENCE_MS,
  });
  await Promise.all([seen, page.goto(url)]);
  await page.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), SETTLE_MS);
  return { page, session, ...traffic() };
}

/** Takes down what is loaded, and when (seconds on the browser's own clock). */
async function listen(session: CDPSession): Promise<() => { loaded: Loaded[]; started: number }> {
  const kinds = new Map<string, string>();
  const loaded: Loaded[] = [];
  let started = 0;
  session.on('Network.requestWillBeSent', ({ requestId, type, timestamp }) => {
    if (type === 'Document' && started === 0) started = timestamp;
    kinds.set(requestId, type ?? 'Other');
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength, timestamp }) => {
    loaded.push({ kind: kinds.get(requestId) ?? 'Other', bytes: encodedDataLength, at: timestamp });
  });
  await session.send('Network.enable');
  return () => ({ loaded, started });
}
