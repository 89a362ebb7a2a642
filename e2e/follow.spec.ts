import type { EmulatorControl } from './emulator.ts';
import { expect, idsOf, LIST, rowsOf, table, test } from './fixtures.ts';
import { operation } from './operations.ts';
import { requestsUnderWay } from './underWay.ts';

/** An upload that starts after 10 s, is at 47 % after a minute, and ends well after two. */
async function putUpload(emulator: EmulatorControl): Promise<void> {
  await emulator.clear();
  await emulator.put(
    {
      id: 'upload-1',
      type: 'TASK.BATCH_CREATE',
      status: 'PENDING',
      submitted: '@now',
      parameters: { skip_invalid_items: true, allow_defaults: false, open_pool: true },
    },
    {
      steps: [
        { afterMs: 10_000, status: 'RUNNING', started: '@now', progress: 0 },
        { afterMs: 60_000, progress: 47 },
        {
          afterMs: 120_000,
          status: 'SUCCESS',
          finished: '@now',
          progress: 100,
          details: {
            total_count: 120,
            valid_count: 118,
            not_valid_count: 2,
            success_count: 118,
            failed_count: 2,
          },
        },
      ],
      log: [{ type: 'TASK_CREATE', success: true, input: { pool_id: '1' }, output: { task_id: 't-1' } }],
    },
  );
}

test('a running operation is followed to its end on the list, without a hand', async ({ page, emulator }) => {
  await putUpload(emulator);
  await page.clock.install();
  await page.goto(LIST);
  const row = table(page).getByRole('row').filter({ hasText: 'Uploading tasks' });
  await expect(row).toContainText('Pending');

  await emulator.advance(11_000);
  await page.clock.fastForward(6500);
  await expect(row).toContainText('Running');
  await emulator.advance(50_000);
  await page.clock.fastForward(6500);
  await expect(row.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '47');
  await emulator.advance(60_000);
  await page.clock.fastForward(6500);
  await expect(row).toContainText('Succeeded');
  const [ended] = await rowsOf(page);
  expect(ended).toMatchObject({ Status: 'Succeeded', Progress: '100%' });
});

test('a running operation is followed to its end on its page, and then left alone', async ({
  page,
  emulator,
}) => {
  await putUpload(emulator);
  await page.clock.install();
  await page.goto(`${LIST}/upload-1`);
  const status = page.getByRole('status', { name: 'Operation status' });
  await expect(status).toHaveText('Pending');

  await emulator.advance(11_000);
  await page.clock.fastForward(20_000);
  await expect(status).toHaveText('Running');
  await emulator.advance(50_000);
  await page.clock.fastForward(20_000);
  await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '47');
  await emulator.advance(60_000);
  await page.clock.fastForward(20_000);
  await expect(status).toHaveText('Succeeded');
  await expect(page.getByRole('region', { name: 'Timeline' })).toContainText('Finished');
  await expect(page.getByRole('region', { name: 'Details' })).toContainText('118');

  await emulator.forgetRequests();
  await page.clock.fastForward(300_000);
  await page.getByRole('region', { name: 'Timeline' }).click();
  const later = (await emulator.requests()).filter(({ path }) => path === '/api/v1/operations/upload-1');
  expect(later, 'a terminal operation never changes again').toEqual([]);
});

test('an operation that is submitted while one watches appears on the list', async ({ page, emulator }) => {
  await putUpload(emulator);
  await page.clock.install();
  await page.goto(LIST);
  await expect.poll(() => idsOf(page)).toEqual(['upload-1']);
  await emulator.put(operation({ id: 'later', submitted: '@now' }));
  await page.clock.fastForward(6500);
  await expect.poll(() => idsOf(page)).toContain('later');
});

test('paused updates ask nothing until they are resumed', async ({ page, emulator }) => {
  const underWay = requestsUnderWay(page);
  await putUpload(emulator);
  await page.clock.install();
  await page.goto(LIST);
  await expect.poll(() => idsOf(page)).toEqual(['upload-1']);
  await page.getByRole('button', { name: 'Pause updates' }).click();
  await expect(page.getByRole('button', { name: 'Resume updates' })).toBeVisible();
  // What was asked before goes on.
  await expect.poll(underWay).toBe(0);
  await emulator.forgetRequests();
  await emulator.advance(11_000);
  await page.clock.fastForward(60_000);
  expect((await rowsOf(page)).map((row) => row['Status'])).toEqual(['Pending']);
  expect(await emulator.requests()).toEqual([]);
  await page.getByRole('button', { name: 'Resume updates' }).click();
  await expect(table(page).getByRole('row').filter({ hasText: 'Running' })).toHaveCount(1);
});

test('an operation opens at once with what the list knew, before any answer', async ({ page, emulator }) => {
  await putUpload(emulator);
  await page.goto(LIST);
  await expect.poll(() => idsOf(page)).toEqual(['upload-1']);
  await emulator.setFaults([{ fault: 'hangs', endpoint: 'operation' }]);
  await table(page)
    .getByRole('link', { name: /Uploading tasks/ })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('upload-1');
  await expect(page.getByRole('status', { name: 'Operation status' })).toHaveText('Pending');
  await expect(page.getByRole('region', { name: 'Parameters' })).toBeVisible();
});
