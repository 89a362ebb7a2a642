import type { CDPSession, Page } from 'playwright';

/** What a page's frames were like while it was scrolled. Times in ms. */
export type Scrolled = {
  /** Frames that the browser meant to show while it scrolled, and how many of them did not come: its own count. */
  readonly expected: number;
  readonly dropped: number;
  /** Frames in which something was not painted yet: its own count, too. */
  readonly incomplete: number;
  /** Frames that the page's own script was given, and how many of them came later than 60 a second allow. */
  readonly scripted: number;
  readonly late: number;
  readonly worst: number;
};

const LATE_MS = 17.5;
/** How far, and how fast: a thumb's flick, again and again. In px, and px a second. */
const DISTANCE = 8000;
const SPEED = 4000;

/** Scrolls a page down by the browser's own gesture, and looks at its frames meanwhile. */
export async function scroll(page: Page): Promise<Scrolled> {
  const session = await page.context().newCDPSession(page);
  const endTrace = await trace(await browserSession(page));
  await page.evaluate(() => {
    const times: number[] = [];
    const each = (at: number) => {
      times.push(at);
      requestAnimationFrame(each);
    };
    requestAnimationFrame(each);
    Object.assign(window, { frameTimes: times });
  });
  await session.send('Input.synthesizeScrollGesture', {
    x: 700,
    y: 450,
    yDistance: -DISTANCE,
    speed: SPEED,
    gestureSourceType: 'mouse',
  });
  const times = await page.evaluate(() => (window as unknown as { frameTimes: number[] }).frameTimes);
  const waits = times.slice(1).map((at, index) => at - (times[index] ?? at));
  return {
    ...shownOf(await endTrace()),
    scripted: waits.length,
    late: waits.filter((ms) => ms > LATE_MS).length,
    worst: Math.max(0, ...waits),
  };
}

async function browserSession(page: Page): Promise<CDPSession> {
  const browser = page.context().browser();
  if (!browser) throw new Error('the page has no browser to trace');
  return browser.newBrowserCDPSession();
}

type TraceEvent = { readonly name: string; readonly args?: unknown };

/** Has the browser take down what it says of its own frames; gives back what ends that. */
async function trace(session: CDPSession): Promise<() => Promise<readonly TraceEvent[]>> {
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', {
    traceConfig: { includedCategories: ['cc', 'benchmark'] },
    transferMode: 'ReportEvents',
  });
  return async () => {
    const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
    await session.send('Tracing.end');
    await complete;
    await session.detach();
    return events;
  };
}

/** Chromium's summary of a scroll (`cc/metrics/frame_sequence_metrics.cc`). */
const SUMMARY = 'FrameSequenceTrackerV3';
const OF_SCROLL = 'WheelScroll';

type Summary = {
  readonly name: string;
  readonly args: {
    readonly data?: {
      readonly expected: number;
      readonly dropped_v4: number;
      readonly checkerboarded: number;
    };
  };
};

function shownOf(events: readonly TraceEvent[]): Pick<Scrolled, 'expected' | 'dropped' | 'incomplete'> {
  const told = events
    .filter(({ name }) => name === SUMMARY)
    .map(({ args }) => args as Summary)
    .filter(({ name }) => name === OF_SCROLL)
    .flatMap(({ args }) => args.data ?? []);
  const sum = (of: (data: NonNullable<Summary['args']['data']>) => number) =>
    told.reduce((total, data) => total + of(data), 0);
  const shown = {
    expected: sum(({ expected }) => expected),
    dropped: sum(({ dropped_v4 }) => dropped_v4),
    incomplete: sum(({ checkerboarded }) => checkerboarded),
  };
  // Another browser may have no such summary, or other names in it.
  if (!(shown.expected > 0) || Number.isNaN(shown.dropped + shown.incomplete))
    throw new Error(`the browser’s trace has no ${SUMMARY} of a ${OF_SCROLL} that can be read`);
  return shown;
}
