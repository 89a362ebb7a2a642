import type { Page } from 'playwright/test';
import { expect, idsOf, LIST, pager, table, test } from './fixtures.ts';
import { digits, operation } from './operations.ts';

const link = (page: Page, name: 'Previous operation' | 'Next operation') =>
  page.getByRole('link', { name, exact: true });
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** Fifty failed operations, `fail-000` the newest, and as many others between them. */
async function putFifty(put: (fields: ReturnType<typeof operation>) => Promise<void>): Promise<void> {
  const second = (index: number) =>
    new Date(Date.UTC(2026, 2, 20, 10, 0, 0) - index * 1000).toISOString().slice(0, 19);
  await Promise.all(
    Array.from({ length: 50 }, (_, index) => [
      put(operation({ id: `fail-${digits(index)}`, status: 'FAIL', submitted: second(2 * index) })),
      put(operation({ id: `good-${digits(index)}`, submitted: second(2 * index + 1) })),
    ]).flat(),
  );
}

test('one walks through a filtered list from operation to operation, over its pages, and comes back to where one is', async ({
  page,
  emulator,
}) => {
  await emulator.clear();
  await putFifty(emulator.put);
  await page.goto(`${LIST}?status=FAIL&limit=20`);
  await expect.poll(() => idsOf(page)).toHaveLength(20);
  await emulator.forgetRequests();
  await table(page)
    .getByRole('link', { name: /fail-018/ })
    .click();
  await expect(heading(page)).toContainText('fail-018');
  await expect(link(page, 'Next operation')).toHaveAttribute('href', '/production/operations/fail-019');
  await expect(link(page, 'Next operation')).toHaveAttribute(
    'title',
    'Next in the list you came from: Opening a pool, Failed, fail-019\nShortcut: ]',
  );
  const place = await link(page, 'Next operation').boundingBox();
  expect(await emulator.requests(), 'the list knew them').toEqual([]);

  // With the keyboard: the focus stays on the link, page after page.
  await link(page, 'Next operation').focus();
  await page.keyboard.press('Enter');
  await expect(heading(page)).toContainText('fail-019');
  await expect(link(page, 'Next operation')).toBeFocused();
  await expect(link(page, 'Next operation')).toHaveAttribute('href', /fail-020/);
  await page.keyboard.press('Enter');
  await expect(heading(page)).toContainText('fail-020');
  expect(await link(page, 'Next operation').boundingBox()).toEqual(place);
  await page.keyboard.press('Enter');
  await expect(heading(page)).toContainText('fail-021');
  await expect(link(page, 'Previous operation')).toHaveAttribute('href', /fail-020/);
  expect((await emulator.requests()).length, 'one page for all that it holds').toBe(1);

  // A reload in the middle knows where one stands.
  await page.reload();
  await expect(heading(page)).toContainText('fail-021');
  await expect(link(page, 'Previous operation')).toHaveAttribute('href', /fail-020/);
  await link(page, 'Next operation').click();
  await expect(heading(page)).toContainText('fail-022');

  // The browser's own Back goes step by step, the link to the list's page that holds the operation.
  await page.goBack();
  await expect(heading(page)).toContainText('fail-021');
  await page.getByRole('link', { name: 'Back to operations' }).click();
  await expect(page).toHaveURL(/operations\?status=FAIL&limit=20&after=2026-03-20T09:59:22,fail-019$/);
  await expect.poll(async () => (await idsOf(page)).slice(0, 2)).toEqual(['fail-020', 'fail-021']);
  await pager(page, 'Previous page').click();
  await expect.poll(async () => (await idsOf(page))[0]).toBe('fail-000');
});

test('the ends of the list are ends, and the page before is reached backwards', async ({
  page,
  emulator,
}) => {
  await emulator.clear();
  for (const id of ['a', 'b', 'c', 'd'])
    await emulator.put(operation({ id, submitted: `2026-03-20T10:00:0${id.charCodeAt(0) - 97}` }));
  // Of equal times and several types, by the time that they finished: the order is the list's own.
  await page.goto(`${LIST}?type=POOL.OPEN&type=POOL.CLOSE&sort=finished&limit=2`);
  await expect.poll(() => idsOf(page)).toEqual(['a', 'b']);
  await table(page)
    .getByRole('link', { name: /Opening a pool.*\ba\b/ })
    .click();
  await expect(link(page, 'Previous operation')).toBeDisabled();
  await expect(link(page, 'Previous operation')).toHaveAttribute(
    'title',
    'This is the first one in the list you came from\nShortcut: [',
  );
  for (const id of ['b', 'c', 'd']) {
    await link(page, 'Next operation').click();
    await expect(heading(page)).toContainText(` ${id}`);
  }
  await expect(link(page, 'Next operation')).toBeDisabled();
  await expect(link(page, 'Next operation')).toBeFocused();
  for (const id of ['c', 'b', 'a']) {
    await link(page, 'Previous operation').click();
    await expect(heading(page)).toContainText(` ${id}`);
  }
  await expect(link(page, 'Previous operation')).toBeDisabled();
});

test('an operation that ends while one looks at it leads on, not back', async ({ page, emulator }) => {
  await emulator.clear();
  await emulator.put(operation({ id: 'ended-1' }));
  await emulator.put(
    { id: 'runs', type: 'POOL.OPEN', status: 'RUNNING', submitted: '@now', started: '@now' },
    { steps: [{ afterMs: 60_000, status: 'SUCCESS', finished: '@now' }] },
  );
  await emulator.put({ id: 'waits', type: 'POOL.OPEN', status: 'PENDING', submitted: '2026-03-20T10:00:00' });
  await page.goto(`${LIST}?sort=-finished`);
  await expect.poll(() => idsOf(page)).toHaveLength(3);
  const order = await idsOf(page);
  await table(page).getByRole('link', { name: /runs/ }).click();
  await expect(heading(page)).toContainText('runs');
  await emulator.advance(60_000);
  await expect(page.getByRole('status', { name: 'Operation status' })).toContainText('Succeeded');
  const next = order[order.indexOf('runs') + 1];
  await expect(link(page, 'Next operation')).toHaveAttribute('href', `/production/operations/${next}`);
});

test('without a list nothing is asked until a neighbour is wanted, and then it is the next of all, newest first', async ({
  page,
  emulator,
}) => {
  await emulator.clear();
  for (const id of ['one', 'two', 'three'])
    await emulator.put(operation({ id, submitted: `2026-03-20T10:00:0${id.length}` }));
  await page.goto(`${LIST}/two`);
  await expect(page.getByRole('status', { name: 'Operation status' })).toContainText('Succeeded');
  expect((await emulator.requests()).filter(({ path }) => path.includes('?'))).toEqual([]);

  await emulator.setFaults([{ fault: 'error-503', endpoint: 'list', times: 2 }]);
  await link(page, 'Next operation').focus();
  await expect(page.getByRole('navigation', { name: 'Neighbouring operations' })).toContainText(
    'SERVICE_UNAVAILABLE',
  );
  await emulator.setFaults([]);
  await page.keyboard.press('Enter');
  await expect(heading(page)).toContainText('one');
  await expect(link(page, 'Previous operation')).toHaveAttribute(
    'title',
    'Previous in all operations, newest first: Opening a pool, Succeeded, two\nShortcut: [',
  );
  await link(page, 'Previous operation').click();
  await link(page, 'Previous operation').click();
  await expect(heading(page)).toContainText('three');
});

test('what a search has found is walked in its order', async ({ page, emulator }) => {
  await emulator.clear();
  for (const index of [0, 1, 2, 3, 4]) {
    await emulator.put(
      operation({
        id: `op-${index}`,
        submitted: `2026-03-20T10:00:0${9 - index}`,
        parameters: { pool_id: index % 2 === 0 ? 'needle' : 'hay' },
      }),
    );
  }
  await page.goto(`${LIST}?find=needle`);
  await expect.poll(() => idsOf(page)).toEqual(['op-0', 'op-2', 'op-4']);
  await table(page).getByRole('link', { name: /op-2/ }).click();
  await page.reload();
  await link(page, 'Next operation').click();
  await expect(heading(page)).toContainText('op-4');
  await expect(link(page, 'Next operation')).toBeDisabled();
  await link(page, 'Previous operation').click();
  await expect(heading(page)).toContainText('op-2');
  await page.getByRole('link', { name: 'Back to operations' }).click();
  await expect(page).toHaveURL(`${LIST}?find=needle`);
});
