import { expect, idsOf, LIST, test } from './fixtures.ts';
import { rowOf } from './liveRows.ts';
import { operation } from './operations.ts';

test('Back shows the rows where they were, without a request', async ({ page, emulator }) => {
  await emulator.clear();
  for (let number = 10; number < 60; number++) {
    await emulator.put(operation({ id: `op-${number}`, submitted: `2026-03-20T10:00:${number}` }));
  }
  await page.goto(LIST);
  await expect.poll(async () => (await idsOf(page)).length).toBe(50);
  await page.evaluate(() => window.scrollTo(0, 600));
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(600);
  await rowOf(page, 'op-35').getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await emulator.forgetRequests();

  await page.goBack();
  // In the very task in which the address changes back, so that no frame shows anything else.
  await expect.poll(async () => (await idsOf(page)).length).toBe(50);
  expect(await page.evaluate(() => window.scrollY)).toBe(600);
  expect((await emulator.requests()).filter(({ path }) => path.includes('limit=50'))).toEqual([]);
});
