import { BAD, comparisonRow, comparisonRows, GOOD } from './compareRows.ts';
import { expect, LIST, test } from './fixtures.ts';
import { operation } from './operations.ts';

const COMPARE = `${LIST}/compare`;

test.beforeEach(async ({ emulator }) => {
  await emulator.clear();
  await emulator.put(GOOD);
  await emulator.put(BAD);
});

test('two operations stand side by side, what differs first, the rest folded', async ({ page }) => {
  await page.goto(`${COMPARE}?id=good&id=bad`);
  await expect(page.getByRole('heading', { level: 1, name: 'Compare operations' })).toBeFocused();
  await expect(page).toHaveTitle('Compare 2 operations · Production');
  await expect(page.getByText('11 fields differ, 6 are the same.')).toBeVisible();
  await expect
    .poll(() => comparisonRows(page))
    .toEqual([
      ['Parameters'],
      ['skip_invalid_items', 'true', 'false'],
      ['secret', '•••••• hidden, not the same', '•••••• hidden, not the same'],
      ['note', 'https://example.org/input/0017.json', 'https://example.org/input/0042.json'],
      ['Details'],
      ['valid_count', '2', '0 −2'],
      ['nested.list[1]', 'b', 'not set'],
      ['Durations'],
      ['Ran', '1 min 40 s', '3 min +1 min 20 s, 1.8×'],
      ['Total', '1 min 41 s', '3 min 1 s +1 min 20 s, 1.8×'],
      ['Status and times'],
      ['Status', 'SUCCESS', 'FAIL'],
      ['Submitted', '20 Mar 2026 15:30:00', '20 Mar 2026 15:35:00'],
      ['Started', '20 Mar 2026 15:30:01', '20 Mar 2026 15:35:01'],
      ['Finished', '20 Mar 2026 15:31:41', '20 Mar 2026 15:38:01'],
      ['6 fields are the same'],
    ]);
  await expect(page.getByText('one', { exact: true })).toHaveCount(0);
  await page.getByRole('button', { name: /fields are the same/ }).click();
  await expect.poll(() => comparisonRow(page, 'open_pool')).toEqual(['open_pool', 'false', 'false']);
  await expect.poll(() => comparisonRow(page, 'Waited')).toEqual(['Waited', '1 s', '1 s the same']);

  const head = page.getByRole('columnheader', { name: /bad/ });
  await expect(head).toContainText('Failed');
  await head.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('bad');
});

test('one is added by its link and removed by a button, each one step of the history', async ({
  page,
  emulator,
}) => {
  await emulator.put(operation({ id: 'third', parameters: { pool_id: 'x' } }));
  await page.goto(`${COMPARE}?id=good&id=bad`);
  await expect(page.getByText(/fields differ/)).toBeVisible();
  const start = await page.evaluate(() => history.length);
  const field = page.getByRole('textbox', { name: 'Add an operation' });
  await field.fill('http://localhost:4747/demo/operations/third');
  await field.press('Enter');
  await expect(
    page.getByText('This link is to Demo; only operations of Production can be compared here.'),
  ).toBeVisible();
  await field.fill('good');
  await field.press('Enter');
  await expect(page.getByText('good is compared already.')).toBeVisible();
  await field.fill('https://toloka.dev/api/v1/operations/third');
  await field.press('Enter');
  await expect(page).toHaveURL(`${COMPARE}?id=good&id=bad&id=third`);
  await expect(page.getByRole('columnheader')).toHaveCount(4);
  await expect.poll(() => comparisonRow(page, 'pool_id')).toEqual(['pool_id', 'not set', 'not set', 'x']);

  await page.getByRole('button', { name: 'Remove bad' }).click();
  await expect(page).toHaveURL(`${COMPARE}?id=good&id=third`);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  expect(await page.evaluate(() => history.length)).toBe(start + 2);
  await page.goBack();
  await expect(page.getByRole('columnheader')).toHaveCount(4);
});

test('one that is unknown, one that fails and one that can be none say so, and the others show', async ({
  page,
  emulator,
}) => {
  await emulator.setFaults([{ fault: 'error-500', endpoint: 'operation', id: 'bad', times: 1 }]);
  await page.goto(`${COMPARE}?id=good&id=bad&id=nobody&id=a%2Fb`);
  await expect(page.getByRole('columnheader', { name: /nobody/ })).toContainText(
    'Production knows no operation with this ID.',
  );
  await expect(page.getByRole('columnheader', { name: /a\/b/ })).toContainText('Not an operation’s ID');
  const bad = page.getByRole('columnheader', { name: /bad/ });
  await expect(bad).toContainText('INTERNAL_ERROR');
  await bad.getByRole('button', { name: 'Retry' }).click();
  await expect(bad).toContainText('Failed');
  await expect
    .poll(() => comparisonRow(page, 'valid_count'))
    .toEqual(['valid_count', '2', '0 −2', '– not loaded', '– not loaded']);
});

test('an address that is no comparison says why, and what mends it', async ({ page, emulator }) => {
  await emulator.forgetRequests();
  await page.goto(`${COMPARE}?id=a&id=b&id=c&id=d&id=good`);
  await expect(page.getByText(/names 5 operations, and at most 4 can stand side by side/)).toBeVisible();
  expect(await emulator.requests()).toEqual([]);
  for (const id of ['a', 'b', 'c', 'd'])
    await page.getByRole('button', { name: `Remove ${id}`, exact: true }).click();
  await expect(page).toHaveURL(`${COMPARE}?id=good`);
  await expect(
    page.getByText('A comparison takes 2 to 4 operations, and this address names only one.'),
  ).toBeVisible();
  await expect.poll(() => comparisonRow(page, 'total_count')).toEqual(['total_count', '2']);

  await page.goto(`${COMPARE}?id=good&id=bad&id=good&mode=x`);
  const faults = page.getByRole('list', { name: 'Errors in the address' }).getByRole('listitem');
  await expect(faults).toHaveText([
    '“good” is named more than once. It has one column.',
    'The parameter “mode” means nothing to a comparison.',
  ]);
  await page.getByRole('button', { name: 'Correct the address' }).click();
  await expect(page).toHaveURL(`${COMPARE}?id=good&id=bad`);
  await expect(faults).toHaveCount(0);
});

test('a running one is followed to its end, and what is open stays open', async ({ page, emulator }) => {
  await emulator.put(
    {
      id: 'runs',
      type: 'TASK.BATCH_CREATE',
      status: 'RUNNING',
      submitted: '@now',
      started: '@now',
      progress: 40,
      parameters: { skip_invalid_items: true, open_pool: false },
    },
    {
      steps: [
        { afterMs: 100_000, status: 'SUCCESS', finished: '@now', progress: 100, details: { total_count: 2 } },
      ],
    },
  );
  await page.goto(`${COMPARE}?id=good&id=runs`);
  const head = page.getByRole('columnheader', { name: /runs/ });
  await expect(head).toContainText('40%');
  await expect
    .poll(async () => (await comparisonRow(page, 'Ran'))?.[2])
    .toMatch(/^\d+ s so far −1 min \d+ s, 0\.\d+×$/);
  await page.getByRole('button', { name: /fields? (?:is|are) the same/ }).click();
  await emulator.advance(100_000);
  await expect(head).toContainText('Succeeded');
  await expect.poll(() => comparisonRow(page, 'total_count')).toEqual(['total_count', '2', '2']);
  await expect(page.getByRole('button', { name: /fields? (?:is|are) the same/ })).toHaveAttribute(
    'aria-expanded',
    'true',
  );
  // It differed while it was looked at, so it stays in its place.
  const names = async () => (await comparisonRows(page)).map(([name]) => name ?? '');
  const standsBefore = (all: string[]) =>
    all.includes('Progress') && all.indexOf('Progress') < all.findIndex((name) => name.includes('the same'));
  await expect.poll(async () => standsBefore(await names())).toBe(true);
});

test('on a small screen the page stays as wide as the screen, and the facts’ names stay in sight', async ({
  page,
  emulator,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const id of ['c', 'd']) {
    await emulator.put(
      operation({ ...GOOD, id, details: { message: `${'A long story. '.repeat(60)}${id}` } }),
    );
  }
  for (const ids of [
    ['c', 'd'],
    ['good', 'bad', 'c', 'd'],
  ]) {
    await page.goto(`${COMPARE}?${ids.map((id) => `id=${id}`).join('&')}`);
    await expect(page.getByText(/fields? differs?/)).toBeVisible();
    await expect(page.getByRole('rowheader', { name: 'message' })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    const region = page.getByRole('region', { name: 'Comparison' });
    const name = page.getByRole('rowheader', { name: 'message' });
    const before = await name.boundingBox();
    await region.focus();
    await page.keyboard.press('ArrowRight');
    await expect
      .poll(() => region.evaluate((element) => element.scrollLeft))
      .toBeGreaterThan(ids.length === 2 ? -1 : 0);
    expect((await name.boundingBox())?.x).toBe(before?.x);
  }
});
