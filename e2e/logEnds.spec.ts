import { expect, LIST, test } from './fixtures.ts';
import { fileOf, LOG, numbers, putBatch, region, why } from './logPage.ts';
import { operation } from './operations.ts';

// Sizes follow from the emulator's dates, and those from today's.
test('reading a log can be stopped and begun again', async ({ page }) => {
  await page.goto(`${LIST}/stalling-log`);
  const bar = region(page).getByRole('progressbar', { name: 'Reading the log' });
  await expect(bar).toHaveAttribute('aria-valuenow', '50');
  await expect(region(page)).toContainText(/120 of 240 items, 4\d kB/);
  await expect(why(page)).toContainText('its name says that it is incomplete');
  await expect.poll(() => numbers(page)).toEqual(['#1', '#2', '#3', '#4']);
  await region(page).getByRole('button', { name: 'Stop' }).click();
  await expect(region(page)).toContainText(/Stopped: 120 items \(4\d kB\) came\./);
  await expect(region(page)).toBeFocused();
  const download = page.waitForEvent('download');
  await why(page).getByRole('button', { name: 'Download failures as CSV' }).click();
  expect((await fileOf(download)).name).toBe('toloka-production-stalling-log-failures-incomplete.csv');
  await region(page).getByRole('button', { name: 'Read the log again' }).click();
  await expect(bar).toHaveAttribute('aria-valuenow', '50');
});

test('a log that breaks off shows what came, and says that it is not all', async ({ page }) => {
  await page.goto(`${LIST}/cut-log`);
  await expect(region(page).getByRole('alert')).toContainText('The log is incomplete');
  await expect(region(page).getByRole('alert')).toContainText(
    /120 items \(4\d kB\) came before the log broke off\. They are shown below; all counts are of them alone\./,
  );
  await expect.poll(() => numbers(page)).toEqual(['#1', '#2', '#3', '#4']);
  await region(page).getByRole('button', { name: 'Retry' }).click();
  await expect(region(page).getByRole('alert')).toContainText(
    /120 items \(4\d kB\) came before the log broke off\./,
  );
});

test('each odd log has its own plain answer', async ({ page, emulator }) => {
  test.slow();
  await page.goto(`${LIST}/single-object-log`);
  await expect(region(page)).toContainText('The API sent one object instead of a list of items');
  await expect.poll(() => numbers(page)).toEqual(['#1']);
  await page.goto(`${LIST}/status-201-log`);
  await expect(region(page)).toContainText('240 succeeded');
  await expect(why(page)).toHaveCount(0);

  await putBatch(emulator, []);
  await page.goto(`${LIST}/batch`);
  await expect(region(page)).toContainText('The log is empty, though the operation had 7 items.');
  await expect(why(page)).toContainText('The log names no failed item.');

  await page.clock.setFixedTime('2026-11-25T12:00:00Z');
  await putBatch(emulator, null);
  await page.goto(`${LIST}/batch`);
  await expect(region(page)).toContainText('The API has no log for this operation.');
  await putBatch(emulator, null, { finished: '2026-03-20T10:00:00.000' });
  await page.reload();
  await expect(region(page)).toContainText(
    'The log is no longer kept: the API keeps logs for one month only; this one until about 20 Apr.',
  );
  await expect(why(page)).toContainText('The API has no log of it, and gives the reasons nowhere else.');

  await emulator.put(operation({ id: 'opened' }));
  await page.goto(`${LIST}/opened`);
  await expect(region(page)).toContainText('“Opening a pool” has no log');
});

test('a log that cannot be loaded says why, and is there after a retry', async ({ page, emulator }) => {
  await putBatch(emulator, LOG);
  await emulator.setFaults([{ fault: 'error-503', endpoint: 'log' }]);
  await page.goto(`${LIST}/batch`);
  await expect(region(page).getByRole('alert')).toContainText('The log could not be loaded');
  await expect(region(page).getByRole('alert')).toContainText('SERVICE_UNAVAILABLE');
  await expect(region(page).getByRole('alert')).toContainText('request_id');
  await expect(why(page)).toContainText('could not be loaded. See under Log.');
  await emulator.setFaults([]);
  await region(page).getByRole('button', { name: 'Retry' }).click();
  await expect(why(page)).toContainText('3 causes in 4 failed items');
  await expect.poll(() => numbers(page)).toEqual(['#2', '#3', '#5', '#6']);
});
