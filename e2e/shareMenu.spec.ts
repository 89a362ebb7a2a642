import type { Page } from 'playwright/test';
import { expect, LIST, test, turn } from './fixtures.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

/** Opens the menu, picks a way to share, and reads what it left in the clipboard. */
async function copied(page: Page, way: string): Promise<string> {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const menu = page.getByRole('dialog', { name: 'Share this view' });
  await menu.getByRole('button', { name: way }).click();
  await expect(menu.getByText('Copied', { exact: true })).toBeAttached();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  return text;
}

test('a live link stays relative, a pinned link names the instant that it means now', async ({ page }) => {
  const path = `${LIST}?status=FAIL&submitted_gte=now-24h`;
  await page.goto(path);
  const { origin } = new URL(page.url());
  expect(await copied(page, 'Copy live link')).toBe(`${origin}${path}`);

  const pinned = new URL(await copied(page, 'Copy pinned link'));
  expect(`${pinned.origin}${pinned.pathname}`).toBe(`${origin}${LIST}`);
  expect(pinned.searchParams.get('status')).toBe('FAIL');
  const bound = pinned.searchParams.get('submitted_gte') ?? '';
  expect(bound).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}$/);
  const ago = Date.now() - Date.parse(`${bound}Z`);
  expect(Math.abs(ago - 24 * 3_600_000)).toBeLessThan(30_000);

  await page.goto(pinned.href);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(page.getByText('No date in this view is relative to now')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Copy pinned link' })).toHaveCount(0);
});

test('the menu says what each link means', async ({ page }) => {
  await page.goto(`${LIST}?submitted_gte=now-24h`);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const menu = page.getByRole('dialog', { name: 'Share this view' });
  await expect(menu).toContainText('Stays “Submitted last 24 hours”, counted from whenever it is opened.');
  await expect(menu).toContainText(/Keeps what that means now: Submitted from \d+ \w{3} [\d:]+ UTC\./);
});

test('a page deep in the list is shared with its place', async ({ page }) => {
  await page.goto(`${LIST}?limit=20`);
  await turn(page, 'Next page');
  await expect(page).toHaveURL(/after=/);
  expect(await copied(page, 'Copy live link')).toBe(page.url());
});

test('a view of two statuses is copied as the two requests that the app makes itself', async ({
  page,
  emulator,
}) => {
  await emulator.forgetRequests();
  await page.goto(`${LIST}?status=RUNNING&status=PENDING&submitted_gte=2026-03-01&limit=20`);
  const curl = await copied(page, 'Copy as curl');
  expect(curl).toBe(
    `# The API takes one type and one status a request: these are 2 lists of at most 20.
# The app merges them by -submitted,-id and shows the first 20.
curl -sS --globoff -H "Authorization: OAuth $TOLOKA_TOKEN" 'https://toloka.dev/api/v1/operations?status=PENDING&submitted_gte=2026-03-01&sort=-submitted,-id&limit=20'
curl -sS --globoff -H "Authorization: OAuth $TOLOKA_TOKEN" 'https://toloka.dev/api/v1/operations?status=RUNNING&submitted_gte=2026-03-01&sort=-submitted,-id&limit=20'
`,
  );
  const asked = (await emulator.requests()).map(({ path }) => decodeURIComponent(path));
  expect(asked).toEqual(
    expect.arrayContaining([
      '/api/v1/operations?status=PENDING&submitted_gte=2026-03-01&sort=-submitted,-id&limit=20',
      '/api/v1/operations?status=RUNNING&submitted_gte=2026-03-01&sort=-submitted,-id&limit=20',
    ]),
  );
  expect(await copied(page, 'Copy as toloka-kit')).toContain(
    'toloka_client.find_operations(status="RUNNING", submitted_gte=datetime.fromisoformat("2026-03-01"), sort=["-submitted", "-id"], limit=20),',
  );
});

test('a faulty address can be shared as a link, and its commands when it is mended', async ({ page }) => {
  await page.goto(`${LIST}?status=FIAL`);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Copy live link' })).toBeVisible();
  await expect(page.getByText('once the errors in its address are corrected')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Copy as curl' })).toHaveCount(0);
});

test('the keyboard leads through the open menu and back', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${LIST}?submitted_gte=now-24h`);
  const share = page.getByRole('button', { name: 'Share', exact: true });
  await share.press('Enter');
  await expect(page.getByRole('button', { name: 'Copy as curl' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Copy live link' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(share).toBeFocused();
});
