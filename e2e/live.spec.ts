import { expect, filterControl, idsOf, LIST, table, test } from './fixtures.ts';
import { poll, putRunning, rowOf } from './liveRows.ts';
import { digits } from './operations.ts';

test.beforeEach(async ({ page, emulator }) => {
  await emulator.clear();
  await emulator.setArrivals(false);
  await page.clock.install();
});

test('under “Running” an operation that ends stays where it is, dimmed and labelled, until a refresh by hand', async ({
  page,
  emulator,
}) => {
  await putRunning(emulator, 'first', 3);
  await putRunning(emulator, 'second', 2);
  await putRunning(emulator, 'third', 1);
  await page.goto(`${LIST}?status=RUNNING`);
  await expect.poll(() => idsOf(page)).toEqual(['first', 'second', 'third']);
  await putRunning(emulator, 'second', 2, { status: 'SUCCESS', finished: '2026-03-20T10:05:00' });
  await poll(page, emulator);
  await expect(rowOf(page, 'second')).toContainText('no longer matches');
  await expect(table(page).getByText('no longer matches')).toHaveCount(1);
  expect(await idsOf(page)).toEqual(['first', 'second', 'third']);

  await putRunning(emulator, 'first', 3, { progress: 80 });
  await poll(page, emulator);
  await expect(rowOf(page, 'first')).toContainText('80%');
  expect(await idsOf(page), 'it stays through every poll').toEqual(['first', 'second', 'third']);

  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect.poll(() => idsOf(page)).toEqual(['first', 'third']);
  await expect(page.getByText('no longer matches')).toHaveCount(0);
});

test('while a pointer rests on the rows, what is new is told and not shown; one click shows it', async ({
  page,
  emulator,
}) => {
  await putRunning(emulator, 'old', 1);
  await page.goto(LIST);
  await expect.poll(() => idsOf(page)).toEqual(['old']);
  await rowOf(page, 'old').hover();
  await putRunning(emulator, 'new-1', 11);
  await putRunning(emulator, 'new-2', 12);
  await putRunning(emulator, 'new-3', 13);
  await poll(page, emulator);
  const show = page.getByRole('button', { name: '3 newer, show' });
  await expect(show).toBeVisible();
  expect(await idsOf(page)).toEqual(['old']);
  await show.click();
  await expect.poll(() => idsOf(page)).toEqual(['new-3', 'new-2', 'new-1', 'old']);
  await expect(page.getByRole('button', { name: /newer/ })).toHaveCount(0);
});

test('far down the page nothing moves; showing what is newer leads to the top', async ({
  page,
  emulator,
}) => {
  for (let second = 0; second < 40; second++) await putRunning(emulator, `row-${digits(second)}`, second);
  await page.goto(LIST);
  await expect.poll(() => idsOf(page)).toHaveLength(40);
  await page.mouse.move(5, 5);
  await page.evaluate(() => window.scrollTo(0, 500));
  const before = await idsOf(page);
  await putRunning(emulator, 'new-1', 50);
  await poll(page, emulator);
  const show = page.getByRole('button', { name: '1 newer, show' });
  await expect(show).toBeInViewport();
  expect(await idsOf(page)).toEqual(before);
  expect(await page.evaluate(() => window.scrollY)).toBe(500);
  await show.click();
  await expect.poll(() => idsOf(page)).toEqual(['new-1', ...before]);
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(0);
});

test('to one who watches the top and touches nothing, new rows come by themselves, without a shift', async ({
  page,
  emulator,
}) => {
  for (let second = 0; second < 8; second++) await putRunning(emulator, `row-${second}`, second);
  await page.goto(LIST);
  await expect.poll(() => idsOf(page)).toHaveLength(8);
  await page.evaluate(() => {
    const sum = { shifts: 0 };
    Object.assign(window, { sum });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sum.shifts += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift' });
  });
  await putRunning(emulator, 'new-1', 11);
  await putRunning(emulator, 'new-2', 12);
  await poll(page, emulator);
  await expect.poll(async () => (await idsOf(page)).slice(0, 3)).toEqual(['new-2', 'new-1', 'row-7']);
  await expect(page.getByRole('button', { name: /newer/ })).toHaveCount(0);
  const shifts = await page.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return (window as unknown as { sum: { shifts: number } }).sum.shifts;
  });
  expect(shifts.toFixed(2)).toBe('0.00');
});

test('rows that have left the list stay even while new ones come by themselves', async ({
  page,
  emulator,
}) => {
  await putRunning(emulator, 'first', 2);
  await putRunning(emulator, 'ends', 1);
  await page.goto(`${LIST}?status=RUNNING`);
  await expect.poll(() => idsOf(page)).toEqual(['first', 'ends']);
  await putRunning(emulator, 'ends', 1, { status: 'FAIL', finished: '2026-03-20T10:05:00' });
  await putRunning(emulator, 'comes', 9);
  await poll(page, emulator);
  await expect.poll(() => idsOf(page)).toEqual(['comes', 'first', 'ends']);
  await expect(rowOf(page, 'ends')).toContainText('no longer matches');
});

test('a row keeps the focus, and a text its selection, while polls change everything around it', async ({
  page,
  emulator,
}) => {
  await putRunning(emulator, 'first', 2);
  await putRunning(emulator, 'second', 1);
  await page.goto(`${LIST}?status=RUNNING`);
  await expect.poll(() => idsOf(page)).toHaveLength(2);
  const link = rowOf(page, 'second').getByRole('link');
  await link.focus();
  await putRunning(emulator, 'second', 1, { progress: 77 });
  await putRunning(emulator, 'new-1', 11);
  await poll(page, emulator);
  await expect(rowOf(page, 'second')).toContainText('77%');
  await expect(link).toBeFocused();
  await putRunning(emulator, 'second', 1, { status: 'SUCCESS', finished: '2026-03-20T10:05:00' });
  await poll(page, emulator);
  await expect(rowOf(page, 'second')).toContainText('no longer matches');
  await expect(link).toBeFocused();
  expect(await idsOf(page)).toEqual(['first', 'second']);

  await page.evaluate(() => {
    const active = document.activeElement;
    if (active instanceof HTMLElement) active.blur();
  });
  await rowOf(page, 'first').getByText('first', { exact: true }).selectText();
  await putRunning(emulator, 'new-2', 12);
  await poll(page, emulator);
  await expect(page.getByRole('button', { name: '2 newer, show' })).toBeVisible();
  expect(await page.evaluate(() => String(getSelection()))).toBe('first');
});

test('an open control keeps rows from moving', async ({ page, emulator }) => {
  await putRunning(emulator, 'old', 1);
  await page.goto(LIST);
  await expect.poll(() => idsOf(page)).toEqual(['old']);
  await filterControl(page, 'Status').click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await putRunning(emulator, 'new-1', 11);
  await poll(page, emulator);
  await expect(page.getByText('1 newer — show')).toBeVisible();
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await idsOf(page)).toEqual(['old']);
});

test('what came while the tab was hidden is told on return, not slipped in', async ({ page, emulator }) => {
  await putRunning(emulator, 'old', 1);
  await page.goto(LIST);
  await expect.poll(() => idsOf(page)).toEqual(['old']);
  const show = async (state: 'hidden' | 'visible') =>
    page.evaluate((value) => {
      Object.defineProperty(document, 'visibilityState', { value, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, state);
  await show('hidden');
  await putRunning(emulator, 'new-1', 11);
  await page.clock.fastForward(60_000);
  await emulator.forgetRequests();
  await show('visible');
  await expect.poll(() => emulator.requests()).not.toEqual([]);
  await expect(page.getByRole('button', { name: '1 newer, show' })).toBeVisible();
  await poll(page, emulator);
  expect(await idsOf(page)).toEqual(['old']);
});

test('coming back from an operation shows the list as it is now', async ({ page, emulator }) => {
  await putRunning(emulator, 'old', 2);
  await putRunning(emulator, 'ends', 1);
  await page.goto(`${LIST}?status=RUNNING`);
  await expect.poll(() => idsOf(page)).toEqual(['old', 'ends']);
  await rowOf(page, 'old').getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('old');
  await putRunning(emulator, 'new-1', 11);
  await putRunning(emulator, 'ends', 1, { status: 'FAIL', finished: '2026-03-20T10:05:00' });
  await page.goBack();
  await expect.poll(() => idsOf(page)).toEqual(['new-1', 'old']);
  await expect(page.getByRole('button', { name: /newer/ })).toHaveCount(0);
});
