import type { Page } from 'playwright';
import { WATCH } from '../inPage.ts';
import type { Stage } from '../stage.ts';

/** One tab that stays open. */
export type IdlePage = {
  readonly name: string;
  /** What its list shows; null for an empty tab. */
  readonly type: string | null;
  /** Whether somebody is at it, who moves on it now and then. */
  readonly attended: boolean;
  /** Whether React is watched at work there, which takes time itself. */
  readonly watched: boolean;
};

/** The type whose five running operations stand still, and the one whose make progress. */
const STILL = 'POOL.OPEN';
export const BUSY = 'TASK.BATCH_CREATE';

/** The tabs that are compared, all open at the same time, each with a process of its own. */
export const IDLE_PAGES = [
  { name: 'an empty tab', type: null, attended: false, watched: false },
  { name: 'nothing new', type: STILL, attended: false, watched: false },
  { name: 'nothing new, somebody there', type: STILL, attended: true, watched: false },
  { name: 'five make progress', type: BUSY, attended: false, watched: false },
  { name: 'five make progress, somebody there', type: BUSY, attended: true, watched: false },
  { name: 'nothing new, watched', type: STILL, attended: false, watched: true },
] as const satisfies readonly IdlePage[];

/** How long ago the five were submitted, in ms. */
const RUNNING_FOR_MS = 90_000;

/** Puts five operations that run, on top of a type's list, with this progress in percent. */
export function putFive(stage: Stage, type: string, progress: number): void {
  const now = stage.emulator.now();
  for (let index = 0; index < 5; index++) {
    const time = (ms: number) => new Date(now - RUNNING_FOR_MS + index + ms).toISOString().slice(0, 23);
    stage.emulator.put({
      id: `${type}-${index}`,
      type,
      status: 'RUNNING',
      submitted: time(0),
      started: time(400),
      progress: Math.min(99, progress + index),
    });
  }
}

/** Opens a tab, in a profile of its own. */
export async function openIdlePage(stage: Stage, { type, watched }: IdlePage): Promise<Page> {
  const context = await stage.browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  if (watched) await page.addInitScript(WATCH);
  if (type === null) return page;
  await page.goto(`${stage.origin}/demo/operations?type=${type}`);
  await page.getByRole('progressbar', { name: 'Progress' }).nth(4).waitFor();
  return page;
}

/** How often somebody who is at a tab shows it, in ms. */
const SIGN_MS = 15_000;

/**
 * Has somebody at those tabs that are `attended`: a key that does nothing, now and then. What it gives back ends it, and throws
 * if a sign failed: a tab without them is not what is to be measured.
 */
export function attend(pages: readonly Page[]): () => Promise<void> {
  const failures: unknown[] = [];
  const show = async () => {
    const attended = pages.filter((_, index) => IDLE_PAGES[index]?.attended);
    try {
      await Promise.all(attended.map((page) => page.keyboard.press('Shift')));
    } catch (error) {
      failures.push(error);
    }
  };
  let last = Promise.resolve();
  const timer = setInterval(() => (last = show()), SIGN_MS);
  return async () => {
    clearInterval(timer);
    await last;
    if (failures.length > 0) throw failures[0];
  };
}
