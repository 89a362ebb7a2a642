import { readFileSync } from 'node:fs';
import type { Page } from 'playwright/test';
import { expect, filterControl, LIST, settled, table, test } from './fixtures.ts';
import { operation } from './operations.ts';

/** Reports what the page's policy forbids as a console message, from the first moment of every page. */
async function watchPolicy(page: Page): Promise<string[]> {
  const reports: string[] = [];
  page.on('console', (message) => {
    if (message.text().startsWith('violation:')) reports.push(message.text());
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.warn(`violation: ${event.effectiveDirective} ${event.blockedURI}`);
    });
  });
  return reports;
}

test('no screen needs anything that the policy forbids', async ({ page, emulator }) => {
  // Every screen in one go.
  test.slow();
  const reports = await watchPolicy(page);
  await emulator.clear();
  await emulator.put(
    operation({ id: 'with-log', type: 'TASK.BATCH_CREATE', status: 'FAIL', submitted: '@now' }),
    {
      log: [
        {
          type: 'TASK_VALIDATE',
          success: false,
          input: { a: 1 },
          output: { b: { code: 'X', message: 'y' } },
        },
      ],
    },
  );
  await page.goto(LIST);
  await settled(page);
  for (const name of ['Type', 'Status', 'Submitted', 'Sort']) {
    await filterControl(page, name).click();
    await page.keyboard.press('Escape');
  }
  for (const name of ['Export', 'Share', 'Columns']) {
    await page.getByRole('button', { name, exact: true }).click();
    await page.keyboard.press('Escape');
  }
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('dialog', { name: 'Export this view' }).getByRole('button', { name: 'Download' }).click(),
  ]);
  expect(download.suggestedFilename()).toContain('.csv');
  await page.keyboard.press('Escape');
  await page.goto(`${LIST}?find=pool`);
  await expect(page.getByRole('button', { name: 'Remove Find' })).toBeVisible();
  await page.goto(`${LIST}/with-log`);
  await expect(page.getByRole('region', { name: 'Log' })).toBeVisible();
  await page.goto(`${LIST}/no-such-operation`);
  await expect(page.getByRole('alert')).toBeVisible();
  await page.goto(`${LIST}?status=`);
  await page.goto('/nowhere');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(reports).toEqual([]);
});

test('the policy is at work: what a page did not bring as a file does nothing', async ({
  browser,
  baseURL,
}) => {
  // A context of its own: what is tried here must not be taken for a fault of the pages.
  const context = await browser.newContext(baseURL === undefined ? {} : { baseURL });
  const page = await context.newPage();
  const reports = await watchPolicy(page);
  await page.goto(LIST);
  await expect(table(page)).toBeVisible();
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "ran"';
    const style = document.createElement('style');
    style.textContent = 'body { display: none }';
    const frame = document.createElement('iframe');
    frame.src = 'data:text/html,x';
    document.head.append(script, style);
    document.body.append(frame);
    document.body.insertAdjacentHTML('beforeend', '<b onclick="document.title = \'ran\'">x</b>');
    void fetch('https://elsewhere.example/').catch(() => undefined);
  });
  await expect
    .poll(() => reports.map((report) => report.split(' ')[1] ?? '').toSorted())
    .toEqual(['connect-src', 'frame-src', 'script-src-attr', 'script-src-elem', 'style-src-elem']);
  await expect(page).not.toHaveTitle('ran');
  await expect(table(page)).toBeVisible();
  await context.close();
});

test('the built page holds no style and no script of its own but the one that sets the theme', () => {
  const html = readFileSync(new URL('../dist/client/index.html', import.meta.url), 'utf8');
  expect(html.match(/<script[^>]*\ssrc=/g)?.length).toBeGreaterThan(0);
  const own = html.match(/<script(?![^>]*\ssrc=)[\s\S]*?<\/script>/g) ?? [];
  expect(own).toEqual([expect.stringContaining('toloka-operations:settings')]);
  expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:/i);
});
