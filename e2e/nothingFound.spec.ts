import { operation } from './operations.ts';
import { expect, idsOf, LIST, test } from './fixtures.ts';

test.beforeEach(async ({ emulator }) => {
  await emulator.clear();
  await emulator.put(operation({ id: 'opened' }));
  await emulator.put(operation({ id: 'failed', type: 'POOL.CLONE', status: 'FAIL' }));
});

test('each filter is tried on a click with one request, and what finds something leads there', async ({
  page,
  emulator,
}) => {
  await page.goto(`${LIST}?type=POOL.OPEN&status=FAIL&submitted_gte=2026-03-01&updates=paused`);
  await expect(page.getByText('No operation matches all of these filters')).toBeVisible();
  await emulator.forgetRequests();

  await page.getByRole('button', { name: 'Try without Submitted' }).click();
  await expect(page.getByText('still nothing')).toBeVisible();
  await page.getByRole('button', { name: 'Try without Status' }).click();
  await expect(page.getByText('would find at least 1')).toBeVisible();
  expect((await emulator.requests()).map(({ path }) => decodeURIComponent(path))).toEqual([
    '/api/v1/operations?type=POOL.OPEN&status=FAIL&sort=-submitted,-id&limit=1',
    '/api/v1/operations?type=POOL.OPEN&submitted_gte=2026-03-01&sort=-submitted,-id&limit=1',
  ]);

  await page.getByRole('link', { name: 'Show without Status' }).click();
  await expect(page).toHaveURL(`${LIST}?type=POOL.OPEN&submitted_gte=2026-03-01&updates=paused`);
  await expect.poll(() => idsOf(page)).toEqual(['opened']);
});

test('several types and statuses are tried as the list itself asks for them', async ({ page, emulator }) => {
  await page.goto(`${LIST}?status=PENDING&status=RUNNING&type=POOL.CLONE&updates=paused`);
  await expect(page.getByText('No operation matches')).toBeVisible();
  await emulator.forgetRequests();
  await page.getByRole('button', { name: 'Try without Type' }).click();
  await expect(page.getByText('still nothing')).toBeVisible();
  expect((await emulator.requests()).map(({ path }) => decodeURIComponent(path)).toSorted()).toEqual([
    '/api/v1/operations?status=PENDING&sort=-submitted,-id&limit=1',
    '/api/v1/operations?status=RUNNING&sort=-submitted,-id&limit=1',
  ]);
});

test('a try that fails says so and is no answer', async ({ page, emulator }) => {
  await page.goto(`${LIST}?status=PENDING&updates=paused`);
  await expect(page.getByText('No operation matches this filter')).toBeVisible();
  await emulator.setFaults([{ fault: 'error-503', times: 1 }]);
  await page.getByRole('button', { name: 'Try without Status' }).click();
  await expect(page.getByText('SERVICE_UNAVAILABLE')).toBeVisible();
  await expect(page.getByText('still nothing')).toHaveCount(0);
  await page.getByRole('button', { name: 'Try without Status' }).click();
  await expect(page.getByText('would find at least 1')).toBeVisible();
});

test('known traps are told without asking', async ({ page, emulator }) => {
  await page.goto(`${LIST}?status=RUNNING&finished_gte=2026-03-01&id_gt=zzz&updates=paused`);
  await expect(page.getByText('Running operations have no finish time yet')).toBeVisible();
  await expect(page.getByText('IDs are not in the order of time')).toBeVisible();
  await expect.poll(() => emulator.requests()).toHaveLength(1);

  await page.goto(`${LIST}?submitted_gte=2026-03-05&submitted_lt=2026-03-01&updates=paused`);
  await expect(page.getByText('Submitted ends before it begins')).toBeVisible();
});

test('where there are other environments, the same question is one click away in each', async ({ page }) => {
  await page.goto(`${LIST}?status=PENDING&submitted_gte=2026-03-01`);
  await expect(page.getByText('Only Production was looked through.')).toBeVisible();
  await page.getByRole('link', { name: 'Demo' }).last().click();
  await expect(page).toHaveURL('/demo/operations?status=PENDING&submitted_gte=2026-03-01');
});

test('at 390 px every try is in reach and nothing lies beyond the screen', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${LIST}?type=POOL.OPEN&status=FAIL&submitted_gte=2026-03-01`);
  await page.getByRole('button', { name: 'Try without Status' }).click();
  await expect(page.getByRole('link', { name: 'Show without Status' })).toBeInViewport();
  const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
  expect(scrollWidth).toBe(clientWidth);
});
