import { expect, idsOf, LIST, test } from './fixtures.ts';
import { iconOf, letItEnd, openWatched, putUpload, setHidden, watchButton } from './watching.ts';

test.beforeEach(async ({ emulator }) => {
  await emulator.clear();
});

test('an operation is watched from its page, over a reload and elsewhere in the app, to its end', async ({
  page,
  emulator,
}) => {
  await putUpload(emulator, 'upload-1');
  await page.clock.install();
  await page.goto(`${LIST}/upload-1`);
  await expect(page).toHaveTitle('47% Uploading tasks · Production');
  await expect.poll(() => iconOf(page)).toBe('/favicon.svg');
  await page.getByRole('button', { name: 'Watch', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Stop watching' })).toBeFocused();
  await expect(watchButton(page)).toHaveAccessibleName('Watching 1 : 1 running');
  await expect(page).toHaveTitle('47% Uploading tasks · Production');
  await expect.poll(() => iconOf(page)).toBe('ring 47');

  await page.reload();
  await expect(page.getByRole('button', { name: 'Stop watching' })).toBeVisible();
  await page.getByRole('link', { name: 'Back to operations' }).click();
  await expect(page).toHaveTitle('(1 running 47%) Operations · Production');

  await setHidden(page, true);
  await letItEnd(page, emulator);
  await expect(page).toHaveTitle('✓ Operations · Production');
  await expect.poll(() => iconOf(page)).toBe('check');
  await emulator.forgetRequests();
  await page.clock.fastForward(120_000);
  expect(await emulator.requests(), 'it has ended, and nothing else is asked for in a hidden tab').toEqual(
    [],
  );

  await page.reload();
  await expect(page).toHaveTitle('Operations · Production');
  await expect.poll(() => iconOf(page), 'somebody looks at the page').toBe('/favicon.svg');
  await expect(watchButton(page)).toHaveAccessibleName('Watching 1 : 1 succeeded');
  const panel = await openWatched(page);
  const row = panel.getByRole('listitem');
  await expect(row).toContainText('Succeeded');
  await row.getByRole('link', { name: 'Uploading tasks upload-1' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('upload-1');
  await expect(panel).toBeHidden();
  await page.getByRole('button', { name: 'Stop watching' }).click();
  await expect(page.getByRole('button', { name: 'Watch', exact: true })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await expect(page.getByRole('button', { name: 'Watch', exact: true })).toHaveAccessibleDescription(
    'It has ended: there is nothing to wait for.',
  );
  await expect(watchButton(page)).toHaveAccessibleName('Watching');
});

test('what ends before one’s eyes is told to those who listen, and listed until it is cleared', async ({
  page,
  emulator,
}) => {
  await putUpload(emulator, 'upload-1');
  await putUpload(emulator, 'upload-2', 'FAIL');
  await page.clock.install();
  await page.goto(LIST);
  await expect.poll(() => idsOf(page)).toHaveLength(2);
  await page.getByRole('checkbox', { name: 'Select all on this page' }).check();
  const bar = page.getByRole('region', { name: 'Selection' });
  await bar.getByRole('button', { name: 'Watch', exact: true }).click();
  await expect(bar).toContainText('Watching 2');
  await expect(bar.getByRole('button', { name: 'Stop watching' })).toBeVisible();
  await expect(page).toHaveTitle('(2 running 47%) Operations · Production');
  await letItEnd(page, emulator);
  await expect(watchButton(page)).toHaveAccessibleName('Watching 2 : 1 failed, 1 succeeded');
  const told = page.getByRole('status').filter({ hasText: 'watched operations have ended' });
  await expect(told).toHaveText('2 watched operations have ended, 1 of them failed');
  await expect(page).toHaveTitle('Operations · Production');

  await putUpload(emulator, 'upload-3');
  await page.goto(`${LIST}/upload-3`);
  await page.getByRole('button', { name: 'Watch', exact: true }).click();
  const panel = await openWatched(page);
  await expect(panel.getByRole('listitem')).toContainText(['upload-3', 'upload-', 'upload-']);
  await panel.getByRole('button', { name: 'Clear ended' }).click();
  await expect(panel.getByRole('listitem')).toHaveCount(1);
  await expect(panel.getByRole('heading')).toBeFocused();
  await panel.getByRole('button', { name: 'Stop watching: Uploading tasks upload-3' }).click();
  await expect(panel).toContainText('Nothing is watched.');
  await expect.poll(() => iconOf(page)).toBe('/favicon.svg');
});

test('what cannot be read any more is said, and not asked for again and again', async ({
  page,
  emulator,
}) => {
  for (const id of ['upload-1', 'upload-2', 'upload-3']) await putUpload(emulator, id);
  await page.clock.install();
  await page.goto(LIST);
  await expect.poll(() => idsOf(page)).toHaveLength(3);
  await page.getByRole('checkbox', { name: 'Select all on this page' }).check();
  await page
    .getByRole('region', { name: 'Selection' })
    .getByRole('button', { name: 'Watch', exact: true })
    .click();
  await expect(page).toHaveTitle('(3 running 47%) Operations · Production');
  await emulator.setFaults([{ fault: 'unauthorized' }]);
  await page.clock.fastForward(19_000);
  await expect(page, 'nothing is known to run').toHaveTitle('Operations · Production');
  await expect.poll(() => iconOf(page)).toBe('/favicon.svg');
  const panel = await openWatched(page);
  await expect(panel.getByText('Cannot be read: Production refuses the token.')).toHaveCount(3);
  await expect(panel.getByRole('listitem').first()).toContainText('AUTHENTICATION_ERROR');
  await emulator.forgetRequests();
  await page.clock.fastForward(600_000);
  await setHidden(page, true);
  await setHidden(page, false);
  const asked = (await emulator.requests()).filter(({ path }) => path.includes('/upload-'));
  expect(asked, 'only a person can renew the token').toEqual([]);
});

test('where the browser keeps nothing, watching lasts for the tab, and the panel says so', async ({
  page,
  emulator,
}) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await putUpload(emulator, 'upload-1');
  await page.clock.install();
  await page.goto(`${LIST}/upload-1`);
  await page.getByRole('button', { name: 'Watch', exact: true }).click();
  const panel = await openWatched(page);
  await expect(panel.getByRole('alert')).toHaveText(
    'The browser’s storage is full, so what you watch now lasts until the tab is closed.',
  );
  await page.keyboard.press('Escape');
  await letItEnd(page, emulator);
  await expect(watchButton(page)).toHaveAccessibleName('Watching 1 : 1 succeeded');
});
