import { operation } from './operations.ts';
import { expect, filterControl, idsOf, LIST, rowsOf, test } from './fixtures.ts';

test('a filtered list is shared by its URL: a fresh browser shows the same rows', async ({
  page,
  browser,
  emulator,
}) => {
  await emulator.clear();
  await emulator.put(operation({ id: 'open-good' }));
  await emulator.put(operation({ id: 'open-bad', status: 'FAIL', submitted: '2026-03-20T10:00:01' }));
  await emulator.put(operation({ id: 'clone-bad', type: 'POOL.CLONE', status: 'FAIL' }));
  await page.goto(LIST);
  await expect.poll(() => idsOf(page)).toHaveLength(3);

  await filterControl(page, 'Status').click();
  await page.getByRole('checkbox', { name: 'Failed' }).check();
  await expect(page).toHaveURL(`${LIST}?status=FAIL`);
  await page.keyboard.press('Escape');
  await expect.poll(() => idsOf(page)).toEqual(['open-bad', 'clone-bad']);
  expect((await rowsOf(page)).map((row) => row['Status'])).toEqual(['Failed', 'Failed']);

  const context = await browser.newContext();
  const theirs = await context.newPage();
  await theirs.goto(page.url());
  await expect.poll(() => idsOf(theirs)).toEqual(['open-bad', 'clone-bad']);
  await expect.poll(() => rowsOf(theirs)).toEqual(await rowsOf(page));
  await expect(filterControl(theirs, 'Status')).toContainText('Failed');
  await expect(theirs.getByRole('button', { name: 'Remove Status' })).toBeVisible();
  await context.close();
});

test('a bookmark of every kind of filter is asked of the API in the API’s own words', async ({
  page,
  emulator,
}) => {
  const query =
    'type=POOL.CLOSE&status=SUCCESS&submitted_gte=2026-01-01&finished_lt=2026-12-01T00:00:00&id_gt=0&sort=finished&limit=20';
  await page.goto(`${LIST}?${query}`);
  await expect.poll(() => rowsOf(page)).not.toHaveLength(0);
  const asked = (await emulator.requests()).map(({ path }) => new URL(path, 'http://x').searchParams);
  const params = ['type', 'status', 'submitted_gte', 'finished_lt', 'id_gt'];
  expect(params.map((name) => asked[0]?.get(name))).toEqual([
    'POOL.CLOSE',
    'SUCCESS',
    '2026-01-01',
    '2026-12-01T00:00:00',
    '0',
  ]);
  expect(asked[0]?.get('sort'), 'the order is made total').toMatch(/^finished(?:,submitted)?,id$/);
  await expect(page).toHaveURL(`${LIST}?${query}`);
});

test('a bookmark of several types and statuses shows any of them, merged in one order', async ({
  page,
  emulator,
}) => {
  await emulator.clear();
  const make = (id: string, type: string, status: string, second: string) =>
    emulator.put(operation({ id, type, status, submitted: `2026-03-20T10:00:0${second}` }));
  await make('a', 'POOL.OPEN', 'SUCCESS', '1');
  await make('b', 'POOL.CLOSE', 'FAIL', '2');
  await make('c', 'POOL.CLONE', 'FAIL', '3');
  await make('d', 'POOL.OPEN', 'FAIL', '4');
  await page.goto(`${LIST}?type=POOL.OPEN&type=POOL.CLOSE&status=FAIL&status=SUCCESS`);
  await expect.poll(() => idsOf(page)).toEqual(['d', 'b', 'a']);
});

test('a bookmark with faults asks nothing, says what is wrong, and is mended by clicks', async ({
  page,
  emulator,
}) => {
  await emulator.forgetRequests();
  await page.goto(`${LIST}?status=FIAL&submitted_gte=yesterday&foo=1`);
  const faults = page.getByRole('list', { name: 'Not understood' }).getByRole('listitem');
  await expect(faults).toHaveCount(3);
  await expect(faults.nth(0)).toContainText('status “FIAL” is not a status');
  await expect(faults.nth(1)).toContainText('submitted_gte “yesterday” is not a date');
  await expect(faults.nth(2)).toContainText('is not a filter of this list');
  await expect(page.getByRole('table', { name: 'Operations' })).toHaveCount(0);

  await page.getByRole('button', { name: 'Use FAIL' }).click();
  await page.getByRole('button', { name: 'Remove submitted_gte' }).click();
  await expect(faults).toHaveCount(1);
  expect(await emulator.requests(), 'nothing is asked while a fault is left').toEqual([]);

  await page.getByRole('button', { name: 'Remove foo' }).click();
  await expect(page).toHaveURL(`${LIST}?status=FAIL`);
  await expect.poll(() => rowsOf(page)).not.toHaveLength(0);
  expect(new Set((await rowsOf(page)).map((row) => row['Status']))).toEqual(new Set(['Failed']));
});

test('a view that means “the last 24 hours” moves with the clock', async ({ page, emulator }) => {
  await emulator.forgetRequests();
  await page.goto(`${LIST}?submitted_gte=now-24h`);
  await expect.poll(async () => (await emulator.requests()).length).toBeGreaterThan(0);
  const [first] = await emulator.requests();
  const bound = new URL(first?.path ?? '', 'http://x').searchParams.get('submitted_gte') ?? '';
  expect(bound).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}$/);
  const ago = Date.now() - Date.parse(`${bound}Z`);
  expect(Math.abs(ago - 24 * 3_600_000)).toBeLessThan(30_000);
  await expect(page).toHaveURL(`${LIST}?submitted_gte=now-24h`);
});
