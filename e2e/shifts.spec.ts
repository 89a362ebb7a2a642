import { expect, idsOf, LIST, rowsOf, table, test } from './fixtures.ts';
import { watchShifts } from './layout.ts';

for (const path of [LIST, `${LIST}?type=POOL.OPEN&status=FAIL`, `${LIST}?limit=20`]) {
  test(`nothing shifts while ${path} loads and is refreshed`, async ({ page, emulator }) => {
    const shifts = await watchShifts(page);
    // A newcomer on top moves the rows down, as it should; it is not what is measured here.
    await emulator.setArrivals(false);
    await emulator.setFaults([{ fault: 'slow', ms: 700, times: 1 }]);
    await page.goto(path);
    await expect.poll(() => idsOf(page)).not.toHaveLength(0);
    await page.getByRole('button', { name: 'Refresh' }).click();
    await expect(page.getByText('Refreshing…')).toHaveCount(0);
    expect((await shifts()).toFixed(2)).toBe('0.00');
  });
}

for (const width of [1440, 390]) {
  test(`nothing shifts while an operation opens from the list at ${width} px`, async ({ page, emulator }) => {
    await page.setViewportSize({ width, height: 900 });
    const shifts = await watchShifts(page);
    await emulator.setArrivals(false);
    await page.goto(LIST);
    await expect.poll(() => rowsOf(page)).toHaveLength(50);
    await emulator.setFaults([{ fault: 'slow', ms: 500 }]);
    await table(page)
      .getByRole('link', { name: /Opening a pool/ })
      .first()
      .click();
    await expect(page.getByRole('region', { name: 'Timeline' })).toBeVisible();
    expect((await shifts()).toFixed(2)).toBe('0.00');
  });
}
