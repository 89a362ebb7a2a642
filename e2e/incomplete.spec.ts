import { expect, idsOf, test } from './fixtures.ts';
import { operation } from './operations.ts';

/** Without updates: one that came by itself would take Retry away before it is pressed. */
const VIEW = '/production/operations?status=RUNNING&status=FAIL&updates=paused';

test.beforeEach(async ({ emulator }) => {
  await emulator.clear();
  await emulator.put(operation({ id: 'broken', status: 'FAIL', submitted: '2026-03-20T10:00:00' }));
  await emulator.put({
    id: 'busy',
    type: 'POOL.OPEN',
    status: 'RUNNING',
    submitted: '2026-03-20T10:00:05',
    progress: 5,
  });
});

test('when one of several statuses cannot be loaded, it is named and the list is not shown as whole', async ({
  page,
  emulator,
}) => {
  await emulator.setFaults([{ fault: 'error-500', parameter: 'status=FAIL' }]);
  await page.goto(VIEW);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('This list is incomplete: Failed could not be loaded');
  await expect(alert).toContainText('INTERNAL_ERROR');
  await expect(page.getByText('1 shown, incomplete')).toBeVisible();
  expect(await idsOf(page)).toEqual(['busy']);

  await emulator.setFaults([]);
  await alert.getByRole('button', { name: 'Retry' }).click();
  await expect.poll(() => idsOf(page)).toEqual(['busy', 'broken']);
  await expect(alert).toHaveCount(0);
});

test('an incomplete list without rows does not say that nothing matches', async ({ page, emulator }) => {
  await emulator.setFaults([{ fault: 'error-500', parameter: 'status=FAIL' }]);
  await page.goto('/production/operations?status=PENDING&status=FAIL');
  await expect(page.getByRole('alert')).toContainText('This list is incomplete: Failed could not be loaded');
  await expect(page.getByText('0 shown, incomplete')).toBeVisible();
  await expect(page.getByText(/nothing matches/i)).toHaveCount(0);
});
