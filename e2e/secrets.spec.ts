import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Response } from 'playwright/test';
import { expect, idsOf, LIST, table, test } from './fixtures.ts';
import { operation } from './operations.ts';
import { TOKEN } from './ports.mjs';

/** What must be nowhere: the token as it is, and as it may be spelled when it leaks. */
const SPELLINGS = [
  TOKEN,
  // The last character depends on what follows.
  Buffer.from(TOKEN).toString('base64').replace(/.=*$/, ''),
  encodeURIComponent(`OAuth ${TOKEN}`),
];

function holdsToken(text: string): boolean {
  return SPELLINGS.some((spelling) => text.includes(spelling));
}

const dist = fileURLToPath(new URL('../dist/', import.meta.url));

test('no answer that a browser gets, nothing it keeps and no built file holds the token', async ({
  page,
  context,
  emulator,
}) => {
  const answers: Response[] = [];
  context.on('response', (response) => answers.push(response));
  const leaks: string[] = [];
  await emulator.forgetRequests();

  await page.goto(LIST);
  await expect.poll(() => idsOf(page)).toHaveLength(50);
  await table(page).getByRole('link').filter({ hasText: /\w/ }).nth(5).click();
  await page.goto(`${LIST}/no-such-operation`);
  await expect(page.getByRole('alert')).toBeVisible();
  for (const fault of ['unauthorized', 'html-502', 'malformed-json', 'error-500']) {
    await emulator.setFaults([{ fault }]);
    await page.goto(LIST);
    await expect(page.getByRole('alert')).toBeVisible();
    if (holdsToken(await page.content())) leaks.push(`the page after ${fault}`);
  }
  const state = JSON.stringify(await context.storageState());
  if (holdsToken(state)) leaks.push('cookies or local storage');
  const session = await page.evaluate(() => JSON.stringify([Object.entries(sessionStorage), history.state]));
  if (holdsToken(session)) leaks.push('session storage or history');

  expect(answers.length).toBeGreaterThan(10);
  for (const answer of answers) {
    const body = await answer.text().catch(() => '');
    const heads = JSON.stringify(await answer.allHeaders());
    if (holdsToken(body + heads)) leaks.push(answer.url());
    if (/authorization|set-cookie/i.test(Object.keys(await answer.allHeaders()).join()))
      leaks.push(`headers of ${answer.url()}`);
    // The page's own code holds the word: it writes curl commands for people, who fill in their token.
    const isCode = answer.url().includes('/assets/');
    if (!isCode && (body + heads).includes('OAuth')) leaks.push(`the scheme in ${answer.url()}`);
  }
  const asked = await emulator.requests();
  expect(asked.length).toBeGreaterThan(4);
  expect(
    asked.every(({ headers }) => headers.includes('authorization')),
    'the token was really in use',
  ).toBe(true);
  expect(leaks).toEqual([]);
});

test('no built file holds a token, and none is a source map', () => {
  const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(4);
  const telling = files.filter((entry) =>
    holdsToken(readFileSync(path.join(entry.parentPath, entry.name), 'utf8')),
  );
  expect(telling.map((entry) => entry.name)).toEqual([]);
  expect(files.filter((entry) => entry.name.endsWith('.map')).map((entry) => entry.name)).toEqual([]);
});

const MARKUP = '<img src=x onerror="document.title=\'ran\'"><b>bold</b>';

test('markup in any field shows as text', async ({ page, emulator }) => {
  await emulator.clear();
  await emulator.put(
    operation({
      id: 'markup',
      type: 'TASK.BATCH_CREATE',
      status: 'FAIL',
      parameters: { pool_id: MARKUP, [MARKUP]: MARKUP },
      details: { total_count: 1, note: MARKUP, link: 'javascript:alert(1)' },
    }),
    {
      log: [
        {
          type: 'TASK_VALIDATE',
          success: false,
          input: { [MARKUP]: MARKUP },
          output: { [MARKUP]: { code: 'X', message: MARKUP } },
        },
      ],
    },
  );
  await emulator.put(operation({ id: 'odd-type', type: MARKUP, status: '<i>HALTED</i>' }));
  await page.goto(LIST);
  await expect(table(page)).toContainText('<img src=x');
  await expect(table(page)).toContainText('<i>HALTED</i>');
  await expect(page.getByRole('img')).toHaveCount(0);

  await page.goto(`${LIST}/markup`);
  await expect(page.getByRole('region', { name: 'Parameters' })).toContainText(MARKUP);
  await expect(page.getByRole('region', { name: 'Details' })).toContainText(MARKUP);
  await expect(page.getByRole('region', { name: 'Log' })).toContainText(MARKUP);
  await expect(page.getByRole('link', { name: /javascript/ })).toHaveCount(0);
  await expect(page.getByRole('img')).toHaveCount(0);
  await expect(page).not.toHaveTitle('ran');
});

test('a secret among the parameters is masked until it is asked for', async ({ page, emulator }) => {
  await emulator.clear();
  const parameters = { pool_id: '20646589', secret: 'open-sesame-42', requesterId: 'r-1' };
  await emulator.put(operation({ id: 'golden', type: 'KNOWN_SOLUTIONS.GENERATE', parameters }));
  await page.goto(`${LIST}/golden`);
  const region = page.getByRole('region', { name: 'Parameters' });
  await expect(region).toContainText('20646589');
  expect(await page.content()).not.toContain('open-sesame-42');
  await region.getByRole('button', { name: /show secret/i }).click();
  await expect(region).toContainText('open-sesame-42');
});
