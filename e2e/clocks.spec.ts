import type { Page } from 'playwright/test';
import { expect, LIST, test } from './fixtures.ts';
import { poll, putRunning, rowOf } from './liveRows.ts';
import { requestsUnderWay } from './underWay.ts';

test.beforeEach(async ({ page, emulator }) => {
  await emulator.clear();
  await emulator.setArrivals(false);
  await page.clock.install();
});

test('the clock of a running row ticks by itself, stands still while updates are paused, and goes on after that', async ({
  page,
  emulator,
}) => {
  const underWay = requestsUnderWay(page);
  await putRunning(emulator, 'busy', 1);
  await page.goto(LIST);
  const reading = await readClock(page, 'busy');
  const first = await reading();
  await page.clock.runFor(4000);
  await expect.poll(reading).toBeGreaterThan(first + 1);
  await page.getByRole('button', { name: 'Pause updates' }).click();
  await expect(page.getByText(/^Updates paused, as of/)).toBeVisible();
  let paused = await reading();
  // A poll that was under way is still taken in, and tells of a later moment.
  const changed = async () => {
    const before = paused;
    await page.clock.runFor(1000);
    paused = await reading();
    return paused - before;
  };
  await expect.poll(underWay).toBe(0);
  await expect.poll(changed).toBe(0);
  await page.clock.runFor(8000);
  expect(await reading(), 'it says what was true when the rows were read').toBe(paused);
  await page.getByRole('button', { name: 'Resume updates' }).click();
  await page.clock.runFor(1000);
  await expect.poll(reading).toBeGreaterThan(paused + 6);
});

test('the clock of a running row rests while nobody is at the page, goes on with an answer, and ticks again once a key is pressed', async ({
  page,
  emulator,
}) => {
  await putRunning(emulator, 'busy', 1);
  await page.goto(LIST);
  const reading = await readClock(page, 'busy');
  // It looks out for somebody from the first second that ticks.
  await page.clock.runFor(2000);
  await page.clock.fastForward(70_000);
  const before = await reading();
  const updated = page.getByText(/^Updated \d/);
  const old = await updated.innerText();
  await poll(page, emulator);
  await expect(updated).not.toHaveText(old);
  // Sooner than after ten seconds, when it would tick by itself.
  await expect.poll(reading, { message: 'with the answer', timeout: 2000 }).toBeGreaterThan(before + 5);
  await emulator.setFaults([{ fault: 'hangs', endpoint: 'list' }]);
  const rested = await reading();
  await page.clock.runFor(4000);
  expect(await reading(), 'nobody is there to see it').toBe(rested);
  await page.keyboard.press('Shift');
  await page.clock.runFor(1000);
  expect(await reading(), 'somebody is').toBeGreaterThan(rested + 3);
});

/** Gives the seconds that a running row's clock shows, once it is there. */
async function readClock(page: Page, id: string): Promise<() => Promise<number>> {
  const clock = rowOf(page, id).getByRole('cell').last();
  await expect(clock).toContainText(':');
  return async () => {
    const [hours = 0, minutes = 0, seconds = 0] = ((await clock.textContent()) ?? '')
      .split(/\D+/)
      .slice(-3)
      .map(Number);
    return (hours * 60 + minutes) * 60 + seconds;
  };
}
