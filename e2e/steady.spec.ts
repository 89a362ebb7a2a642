import { expect, idsOf, LIST, table, test } from './fixtures.ts';
import { operation } from './operations.ts';

test('a failing refresh moves no row, and neither does the recovery', async ({ page, emulator }) => {
  await emulator.clear();
  for (const id of ['a', 'b', 'c']) await emulator.put(operation({ id }));
  await page.goto(LIST);
  await expect.poll(async () => (await idsOf(page)).length).toBe(3);
  const before = await table(page).boundingBox();
  await emulator.setFaults([{ fault: 'error-503' }]);
  await page.getByRole('button', { name: 'Refresh', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('SERVICE_UNAVAILABLE');
  expect(await table(page).boundingBox()).toEqual(before);
  await emulator.setFaults([]);
  await page.getByRole('button', { name: 'Retry' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect(await table(page).boundingBox()).toEqual(before);
});

test('on a small screen what is set stays in sight, and can be removed', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${LIST}?status=FAIL`);
  await expect(page.getByRole('combobox', { name: 'Status' })).toHaveText('Failed');
  await expect(page.getByRole('combobox', { name: 'Type' })).toBeHidden();
  await page.getByRole('button', { name: 'Remove Status', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`${LIST}$`));
  await expect(page.getByRole('combobox', { name: 'Status' })).toBeHidden();
});

test('an address of 200 kB opens the page, which says what is wrong with it', async ({ page, emulator }) => {
  await emulator.forgetRequests();
  await page.goto(`${LIST}?id_gt=${'x'.repeat(200_000)}`);
  await expect(page.getByText('cannot be an operation’s ID')).toBeVisible();
  expect(await emulator.requests()).toEqual([]);
});

test('on a server whose lists begin with unfinished operations, the first page has none before it', async ({
  page,
  emulator,
}) => {
  await emulator.clear();
  for (const id of ['a', 'b', 'c', 'd', 'e']) {
    await emulator.put({ id, type: 'POOL.OPEN', status: 'RUNNING', submitted: '2026-03-20T10:00:05' });
  }
  await emulator.put(operation({ id: 'ended' }));
  await page.goto(`${LIST}?sort=-finished&limit=2`);
  await expect.poll(async () => (await idsOf(page)).length).toBe(2);
  const first = await idsOf(page);
  await page.getByRole('link', { name: 'Next page' }).click();
  await expect.poll(() => idsOf(page)).not.toEqual(first);
  await page.getByRole('link', { name: 'Previous page' }).click();
  await expect.poll(() => idsOf(page)).toEqual(first);
  await expect(page.getByRole('link', { name: 'Previous page' })).toBeDisabled();
});
