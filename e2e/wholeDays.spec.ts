import { expect, idsOf, test } from './fixtures.ts';
import { operation } from './operations.ts';

test.use({ timezoneId: 'Asia/Kolkata' });

test('“to 14 November” takes in that whole day of the viewer’s, says so, and is UTC in the URL', async ({
  page,
  emulator,
}) => {
  await emulator.clear();
  // 14 November in India ends at 18:30 UTC.
  await emulator.put(operation({ id: 'last-moment', submitted: '2026-11-14T18:29:59.999' }));
  await emulator.put(operation({ id: 'day-after', submitted: '2026-11-14T18:30:00' }));
  await page.goto('/production/operations');
  await page.getByRole('combobox', { name: 'Submitted' }).click();
  const dialog = page.getByRole('dialog', { name: 'Submitted filter' });
  await dialog.getByLabel('Last day').fill('2026-11-14');
  await expect(dialog.getByRole('group', { name: 'Whole days' })).toContainText(
    '2026-11-14 is included to its last moment. Days in GMT+5:30.',
  );
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await expect(page).toHaveURL(/\?submitted_lt=2026-11-14T18:30:00$/);
  await expect.poll(() => idsOf(page)).toEqual(['last-moment']);
  await expect(page.getByRole('combobox', { name: 'Submitted' })).toHaveText('to 14 Nov, the whole day');
});

test('a zone switch changes what is shown and never the rows', async ({ page, emulator }) => {
  await emulator.clear();
  await emulator.put(operation({ id: 'one', submitted: '2026-11-14T10:00:00' }));
  await page.goto('/production/operations?submitted_lt=2026-11-14T18:30:00');
  await expect.poll(() => idsOf(page)).toEqual(['one']);
  await emulator.forgetRequests();
  await page.getByRole('button', { name: 'UTC' }).click();
  await expect(page.getByRole('combobox', { name: 'Submitted' })).toHaveText('before 14 Nov 18:30');
  await expect(page).toHaveURL(/\?submitted_lt=2026-11-14T18:30:00$/);
  expect(await idsOf(page)).toEqual(['one']);
});
