import { copied, FAILED, LOG, RUNNING, status } from './detail.ts';
import { expect, LIST, rowsOf, table, test } from './fixtures.ts';
import { watchShifts } from './layout.ts';
import { operation } from './operations.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test.beforeEach(({ emulator }) => emulator.clear());

for (const width of [1440, 390]) {
  test(`at ${width} px a failed operation is told in the order in which one asks`, async ({
    page,
    emulator,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await emulator.put({ id: 'batch', ...FAILED }, { log: LOG });
    await page.goto(`${LIST}/batch`);
    await expect(page.getByRole('region', { name: 'Why it failed' })).toContainText('VALUE_REQUIRED');
    const order = [
      'Back to operations',
      'Failed',
      'Uploading tasks',
      'Progress',
      'Timeline',
      '2 of 3 items are not valid, so none was created.',
      'Why it failed',
      'Details',
      'Parameters',
      'Log',
      'Raw JSON',
    ];
    const read = async () => {
      const text = await page.getByRole('main').innerText();
      return order.map((words) => text.search(new RegExp(`^${words.replaceAll('.', '\\.')}`, 'm')));
    };
    // Its boxes come behind its head.
    const missing = async () => (await read()).flatMap((place, at) => (place < 0 ? (order[at] ?? []) : []));
    await expect.poll(missing).toEqual([]);
    const places = await read();
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });
}

test('when an operation fails, what one looks at stays where it is', async ({ page, emulator }) => {
  const shifts = await watchShifts(page);
  await emulator.put(
    { id: 'batch', ...RUNNING },
    { log: LOG, steps: [{ afterMs: 60_000, ...FAILED, finished: '@now' }] },
  );
  await page.goto(`${LIST}/batch`);
  await expect(status(page)).toHaveText('Running');
  await expect(page.getByRole('region', { name: 'Details' })).toContainText('Not created');
  await page.getByText('Raw JSON').click();
  await expect(page.getByRole('button', { name: 'Copy JSON' })).toBeVisible();
  await emulator.advance(61_000);
  await expect(status(page)).toHaveText('Failed');
  await expect(page.getByRole('region', { name: 'Why it failed' })).toContainText('May not be null');
  await expect(page.getByRole('button', { name: 'Copy JSON' }), 'what was opened is open').toBeVisible();
  expect(await shifts()).toBeLessThan(0.01);
});

test('an operation that has ended is asked for again by Refresh alone', async ({ page, emulator }) => {
  await page.clock.install();
  await emulator.put(operation({ id: 'ended' }));
  await page.goto(LIST);
  await expect(table(page).getByRole('link', { name: /ended/ })).toBeVisible();
  await emulator.forgetRequests();
  await table(page).getByRole('link', { name: /ended/ }).click();
  await expect(status(page)).toHaveText('Succeeded');
  await page.clock.fastForward(120_000);
  await page.evaluate(() => {
    for (const name of ['online', 'visibilitychange', 'focus']) window.dispatchEvent(new Event(name));
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await page.clock.fastForward(60_000);
  expect((await emulator.requests()).filter(({ path }) => path.includes('/ended'))).toEqual([]);

  await emulator.setFaults([{ fault: 'error-503', id: 'ended' }]);
  await page.getByRole('button', { name: 'Refresh', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('SERVICE_UNAVAILABLE');
  await emulator.forgetRequests();
  await page.clock.fastForward(120_000);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(page.getByRole('alert')).toBeVisible();
  expect(await emulator.requests(), 'nor after a Refresh that failed').toEqual([]);
  await emulator.setFaults([]);
  await page.getByRole('button', { name: 'Retry' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect((await emulator.requests()).map(({ path }) => path)).toEqual(['/api/v1/operations/ended']);
});

test('an answer that takes an end back is not believed but reported, on the page and in the list', async ({
  page,
  emulator,
}) => {
  await emulator.put(operation({ id: 'ended' }));
  await page.goto(LIST);
  await expect.poll(async () => (await rowsOf(page))[0]?.['Status']).toBe('Succeeded');
  await emulator.setRegress(true);
  await page.getByRole('button', { name: 'Refresh', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Refresh', exact: true })).toBeEnabled();
  await table(page).getByRole('link', { name: /ended/ }).click();
  await expect(status(page)).toHaveText('Succeeded');
  await page.getByRole('button', { name: 'Refresh', exact: true }).click();
  const notice = page.getByRole('status', { name: 'Contradiction' });
  await expect(notice).toContainText('the API answered Running');
  await expect(notice).toContainText(/this page keeps what was read at \d\d:\d\d:\d\d: Succeeded\./);
  await expect(status(page)).toHaveText('Succeeded');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  expect(await copied(page, 'Copy for support')).toContain('Since then the API answered: status RUNNING at ');
  await page.keyboard.press('Escape');

  await page.getByRole('link', { name: 'Back to operations' }).click();
  await expect.poll(async () => (await rowsOf(page))[0]?.['Status']).toBe('Succeeded');
  await table(page).getByRole('link', { name: /ended/ }).click();
  await emulator.setRegress(false);
  await notice.getByRole('button', { name: 'Ask again' }).click();
  await expect(notice).toBeEmpty();
  await expect(status(page)).toHaveText('Succeeded');
});

test('what the operation’s page has learnt, the list shows at once when one comes back', async ({
  page,
  emulator,
}) => {
  await emulator.put({ id: 'batch', ...RUNNING });
  await page.goto(LIST);
  await expect.poll(async () => (await rowsOf(page))[0]?.['Status']).toBe('Running');
  await table(page).getByRole('link', { name: /batch/ }).click();
  await emulator.put({ id: 'batch', ...FAILED }, { log: LOG });
  await expect(status(page)).toHaveText('Failed');
  await emulator.setFaults([{ fault: 'hangs', endpoint: 'list' }]);
  await page.getByRole('link', { name: 'Back to operations' }).click();
  await expect(table(page)).toContainText('2 of 3 items not valid');
});
