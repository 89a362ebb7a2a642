import type { BrowserContext } from 'playwright';
import { warpSource } from '../soak/warp.ts';
import type { Stage } from '../stage.ts';
import { BUSY } from './pages.ts';
import { readUsage } from './usage.ts';

/** What a tab holds after so many polls, once its garbage is collected. */
export type Held = {
  readonly polls: number;
  /** In bytes. */
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
};

/** When it is looked: the first time everything has been loaded and done once. */
const AFTER_POLLS = [50, 275, 500];
/** So much faster do the page's timers run: a poll every 100 ms. */
const FACTOR = 50;
const PATIENCE_MS = 120_000;

/**
 * Whether a tab gives back what its polls take: a list of which five operations make progress, polled hundreds of times by
 * timers that run faster, and its heap, nodes and listeners near the beginning and at the end.
 */
export async function measureHeld(stage: Stage): Promise<Held[]> {
  const context = await stage.browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    return await watch(context, stage);
  } finally {
    await context.close();
  }
}

async function watch(context: BrowserContext, stage: Stage): Promise<Held[]> {
  await context.addInitScript(warpSource(FACTOR));
  const page = await context.newPage();
  let polls = 0;
  let wanted: { readonly polls: number; readonly reached: () => void } | null = null;
  page.on('requestfinished', (request) => {
    if (!request.url().includes('/api/v1/operations?')) return;
    polls += 1;
    if (wanted && polls >= wanted.polls) wanted.reached();
  });
  await page.goto(`${stage.origin}/demo/operations?type=${BUSY}`);
  const held: Held[] = [];
  for (const after of AFTER_POLLS) {
    await new Promise<void>((reached, fail) => {
      wanted = { polls: after, reached };
      setTimeout(() => fail(new Error(`${polls} polls in ${PATIENCE_MS / 1000} s`)), PATIENCE_MS).unref();
    });
    const { heap, nodes, listeners } = await readUsage(page, { collect: true });
    held.push({ polls, heap, nodes, listeners });
  }
  return held;
}
