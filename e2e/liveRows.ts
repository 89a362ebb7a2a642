import { expect, type Page } from 'playwright/test';
import type { EmulatorControl } from './emulator.ts';
import { table } from './fixtures.ts';
import { digits } from './operations.ts';

const RUNNING = { type: 'POOL.OPEN', status: 'RUNNING', started: '2026-03-20T10:00:01', progress: 40 };

/** Puts an operation that runs, submitted in the given second; it keeps the list polling every five seconds. */
export function putRunning(emulator: EmulatorControl, id: string, second: number, fields: object = {}) {
  return emulator.put({ id, ...RUNNING, submitted: `2026-03-20T10:00:${digits(second, 2)}`, ...fields });
}

/** The row of an operation. */
export function rowOf(page: Page, id: string) {
  return table(page)
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name: new RegExp(id) }) });
}

/** Lets one poll pass and waits until its answer is there; the page's clock must be the test's. */
export async function poll(page: Page, emulator: EmulatorControl): Promise<void> {
  await emulator.forgetRequests();
  await page.clock.fastForward(6500);
  await expect.poll(() => emulator.requests()).not.toEqual([]);
}
