import { headers, openColumns, USUAL } from './columns.ts';
import { operation } from './operations.ts';
import { expect, idsOf, LIST, table, test } from './fixtures.ts';
import { watchShifts } from './layout.ts';

test.beforeEach(async ({ emulator }) => {
  await emulator.clear();
  await emulator.put(operation({ id: 'one' }));
  await emulator.put(operation({ id: 'two', status: 'FAIL', submitted: '2026-03-20T09:00:00' }));
});

test('compact rows are 30 px high, comfortable ones 38', async ({ page }) => {
  const rowHeight = async () => (await table(page).getByRole('row').nth(1).boundingBox())?.height;
  await page.goto(LIST);
  await expect.poll(() => idsOf(page)).toHaveLength(2);
  await expect.poll(() => rowHeight()).toBe(38);
  await openColumns(page);
  await page.getByRole('button', { name: 'Compact' }).click();
  await expect.poll(() => rowHeight()).toBe(30);
  await page.reload();
  await expect.poll(() => idsOf(page)).toHaveLength(2);
  await expect.poll(() => rowHeight()).toBe(30);
});

test('stored columns are there from the first moment: nothing shifts', async ({ page, emulator }) => {
  await emulator.reset();
  await emulator.setArrivals(false);
  await emulator.setFaults([{ fault: 'slow', ms: 500, times: 1 }]);
  await page.addInitScript(() => {
    const columns = {
      shown: { started: false, items: true },
      order: ['duration', 'status'],
      widths: { status: 200 },
    };
    localStorage.setItem('toloka-operations:settings', JSON.stringify({ density: 'compact', columns }));
  });
  const shifts = await watchShifts(page);
  await page.goto(LIST);
  await expect.poll(() => idsOf(page)).toHaveLength(50);
  await expect
    .poll(() => headers(page))
    .toEqual(['Duration', 'Status', 'Operation', 'Items', 'Progress', 'Submitted', 'Finished']);
  expect((await shifts()).toFixed(2)).toBe('0.00');
});

test('a stored value that is half spoiled spoils nothing', async ({ page }) => {
  const stored = '{"zone":"utc","density":7,"columns":{"shown":{"started":"no"},"order":"x","widths":[1]}}';
  await page.addInitScript((text) => localStorage.setItem('toloka-operations:settings', text), stored);
  await page.goto(LIST);
  await expect.poll(() => idsOf(page)).toHaveLength(2);
  await expect.poll(() => headers(page)).toEqual(USUAL);
  await openColumns(page);
  await page.getByRole('checkbox', { name: 'Started' }).uncheck();
  await expect(table(page).getByRole('columnheader', { name: 'Started' })).toHaveCount(0);
});

test('where storage is full the choice holds, and the panel says that it is not kept', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await page.goto(LIST);
  await openColumns(page);
  await expect(page.getByText('Kept in this browser only.')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Started' }).uncheck();
  await expect(page.getByText('This browser keeps nothing for this page')).toBeVisible();
  await expect(table(page).getByRole('columnheader', { name: 'Started' })).toHaveCount(0);
});

test('where storage is blocked the panel says so before anything is chosen', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
  });
  await page.goto(LIST);
  await expect.poll(() => idsOf(page)).toHaveLength(2);
  await openColumns(page);
  await expect(page.getByText('This browser keeps nothing for this page')).toBeVisible();
});

test('two tabs do not undo each other’s choice', async ({ page, context }) => {
  await page.goto(LIST);
  await expect.poll(() => idsOf(page)).toHaveLength(2);
  const other = await context.newPage();
  await other.goto(LIST);
  await openColumns(other);
  await other.getByRole('checkbox', { name: 'Started' }).uncheck();
  await expect(table(page).getByRole('columnheader', { name: 'Started' })).toHaveCount(0);
  await openColumns(page);
  await page.getByRole('checkbox', { name: 'Progress' }).uncheck();
  const left = ['Status', 'Operation', 'Submitted', 'Finished', 'Duration'];
  await expect.poll(() => headers(other)).toEqual(left);
  await expect.poll(() => headers(page)).toEqual(left);
});
