import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect, rowsOf, table, test } from './fixtures.ts';

/** A server as somebody starts it who has only just got it: without a token, by `npm start`. */
let server: ChildProcess;
let address = '';

test.beforeAll(async () => {
  server = spawn(process.execPath, [path.join('dist', 'server', 'server.js'), '--port', '0'], {
    env: { PATH: process.env['PATH'], npm_lifecycle_event: 'start' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (!server.stdout) throw new Error('the server has no output');
  const [line] = (await once(server.stdout, 'data')) as [Buffer];
  address = /http:\S+/.exec(String(line))?.[0] ?? '';
});

test.afterAll(() => {
  server.kill();
});

test('without a token the demo tells how to connect one’s account, until one has had enough of it', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(address);
  await expect(page).toHaveURL(/\/demo\/operations$/);
  await expect(table(page)).toBeVisible();
  const top = (await table(page).boundingBox())?.y;
  const card = page.getByRole('region', { name: 'Connect your account' });
  await expect(card.getByRole('listitem')).toHaveText([
    'Make a key in Toloka: Profile → Integrations.',
    'Save it as ~/toloka-token, for your eyes only: chmod 600 ~/toloka-token',
    /^Stop this server, and start it again with the key:/,
  ]);
  await expect.poll(() => rowsOf(page)).toHaveLength(50);
  expect((await table(page).boundingBox())?.y, 'the card has come without moving a row').toBe(top);
  await card.getByRole('button', { name: 'Copy the command' }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe('TOLOKA_AUTH_SCHEME=ApiKey TOLOKA_TOKEN_FILE=~/toloka-token npm start');

  await card.getByRole('button', { name: 'Hide' }).press('Enter');
  await expect(card).toHaveCount(0);
  const badge = page.getByRole('button', { name: 'Environment: Demo' });
  await expect(badge).toBeFocused();
  await page.reload();
  await expect.poll(() => rowsOf(page)).toHaveLength(50);
  await expect(badge).toHaveAttribute('aria-expanded', 'false');
  await expect(card).toHaveCount(0);

  await page.setViewportSize({ width: 390, height: 844 });
  await badge.click();
  await card.getByRole('button', { name: 'Show how' }).click();
  await expect(card).toContainText('TOLOKA_SANDBOX_TOKEN_FILE');
});

test('a demo beside an account has no such card', async ({ page }) => {
  await page.goto('/demo/operations');
  await expect.poll(() => rowsOf(page)).toHaveLength(50);
  await expect(page.getByRole('button', { name: 'Environment: Demo' })).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Connect your account' })).toHaveCount(0);
});
