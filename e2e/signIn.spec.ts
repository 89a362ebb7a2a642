import { expect, pager, settled, table, test } from './fixtures.ts';
import { ACCESS_KEY, APP_PORT, TEAM_PORT } from './ports.mjs';

const TEAM = `http://localhost:${TEAM_PORT}`;
const VIEW = '/production/operations?status=FAIL';

test('a server for a team asks for its key, keeps the way one wanted to go, and can be left', async ({
  page,
  context,
}) => {
  await page.goto(TEAM + VIEW);
  await expect(page.getByRole('heading', { name: 'Access key needed' })).toBeVisible();
  const key = page.getByLabel('Access key');
  await expect(key).toBeFocused();

  await key.fill('not-the-key');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toHaveText('That is not the access key.');
  await key.fill(ACCESS_KEY);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(TEAM + VIEW);
  await settled(page);

  const [cookie, ...others] = await context.cookies();
  expect(others).toEqual([]);
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/', domain: 'localhost' });
  const visible = await page.evaluate(() => document.cookie + location.href + JSON.stringify(history.state));
  expect(visible + cookie?.value).not.toContain(ACCESS_KEY);

  await page.getByRole('link', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByLabel('Access key')).toBeVisible();
  expect(await context.cookies()).toEqual([]);
});

test('a link from another site opens what it names for one who is signed in', async ({ page }) => {
  await page.goto(`${TEAM}/production/operations`);
  await page.getByLabel('Access key').fill(ACCESS_KEY);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await settled(page);

  // 127.0.0.1 is another site than localhost.
  await page.goto(`http://127.0.0.1:${APP_PORT}/production/operations`);
  await settled(page);
  await page.evaluate((href) => {
    const link = document.createElement('a');
    link.href = href;
    link.textContent = 'To the team’s server';
    document.body.prepend(link);
  }, TEAM + VIEW);
  await page.getByRole('link', { name: 'To the team’s server' }).click();
  await expect(page).toHaveURL(TEAM + VIEW);
  await expect(table(page)).toBeVisible();
});

test('a session that ends while one looks: the rows stay, and the page says how to go on', async ({
  page,
  context,
}) => {
  await page.goto(TEAM + VIEW);
  await page.getByLabel('Access key').fill(ACCESS_KEY);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await settled(page);
  // What tells of failures comes right behind the rows.
  await expect(pager(page, 'Next page')).toBeVisible();
  const rows = await table(page).getByRole('row').count();
  await context.clearCookies();
  await page.getByRole('button', { name: 'Refresh' }).click();
  const notice = page.getByRole('alert');
  await expect(notice).toContainText('Your session on this server is over');
  await expect(notice).toContainText('ACCESS_KEY_REQUIRED');
  await expect(notice).toContainText('Reload the page to sign in; it opens where you are now.');
  expect(await table(page).getByRole('row').count()).toBe(rows);
  await page.reload();
  await page.getByLabel('Access key').fill(ACCESS_KEY);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(TEAM + VIEW);
  await settled(page);
});
