import type { Page } from 'playwright/test';
import { expectAccessible } from './axe.ts';
import type { EmulatorControl } from './emulator.ts';
import { expect, filterControl, idsOf, LIST, rowsOf, table, test } from './fixtures.ts';
import { operation } from './operations.ts';

type Screen = {
  readonly name: string;
  readonly path: string;
  readonly prepare?: (emulator: EmulatorControl) => Promise<void>;
  /** Waits until the screen shows what it is named after. */
  readonly shown: (page: Page) => Promise<void>;
};

const seen = (text: string) => async (page: Page) => {
  await expect(page.getByText(text).first()).toBeVisible();
};

const SCREENS: readonly Screen[] = [
  { name: 'the list', path: LIST, shown: async (page) => expect.poll(() => rowsOf(page)).toHaveLength(50) },
  {
    name: 'a filtered list',
    path: `${LIST}?type=POOL.OPEN&status=FAIL&submitted_gte=now-7d&sort=finished`,
    shown: seen('Last 7 days'),
  },
  { name: 'an operation', path: `${LIST}/markup-in-fields`, shown: seen('Uploading tasks') },
  {
    name: 'an operation with failures in its log',
    path: `${LIST}/failed-upload`,
    prepare: (emulator) =>
      emulator.put(
        operation({
          id: 'failed-upload',
          type: 'TASK.BATCH_CREATE',
          status: 'FAIL',
          parameters: { pool_id: '1', skip_invalid_items: false, secret: 'x' },
          details: { total_count: 2, valid_count: 0, not_valid_count: 2, success_count: 0, failed_count: 2 },
        }),
        {
          log: [
            {
              type: 'TASK_VALIDATE',
              success: false,
              input: { pool_id: '1' },
              output: { 'input_values.image': { code: 'VALUE_REQUIRED', message: 'May not be empty' } },
            },
          ],
        },
      ),
    shown: seen('VALUE_REQUIRED'),
  },
  { name: 'an unknown operation', path: `${LIST}/nobody-knows-it`, shown: seen('DOES_NOT_EXIST') },
  {
    name: 'a list that failed to load',
    path: LIST,
    prepare: (emulator) => emulator.setFaults([{ fault: 'error-503' }]),
    shown: seen('SERVICE_UNAVAILABLE'),
  },
  {
    name: 'a list with nothing in it yet',
    path: LIST,
    prepare: (emulator) => emulator.clear(),
    shown: seen('No operations in Production yet'),
  },
  { name: 'a list that nothing matches', path: `${LIST}?id_lt=0`, shown: seen('No operation matches') },
  { name: 'an address with faults', path: `${LIST}?status=FIAL&foo=1`, shown: seen('cannot be understood') },
  {
    name: 'an environment that is not set up',
    path: '/sandbox/operations',
    shown: seen('is not set up here'),
  },
];

for (const { name, path, prepare, shown } of SCREENS) {
  test(`axe finds nothing wrong with ${name}, light and dark`, async ({ page, emulator }) => {
    await prepare?.(emulator);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.goto(path);
    await shown(page);
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.reload();
    await shown(page);
    await expectAccessible(page);
  });

  test(`${name} does not scroll sideways at 390 px`, async ({ page, emulator }) => {
    await prepare?.(emulator);
    await page.goto(path);
    await shown(page);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await beyondTheScreen(page), 'px that lie beyond the screen').toBe(0);
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
    expect(await beyondTheScreen(page), 'px that lie beyond the screen after a reload').toBe(0);
  });
}

async function beyondTheScreen(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return Math.max(0, scrollWidth - clientWidth);
  });
}

test('the checks of looks can fail: a page with a nameless image that is too wide fails both', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.setContent(
    '<html lang="en"><title>t</title><main><h1>t</h1><img src="x.svg"><p style="width: 900px">t</p></main>',
  );
  await expect(expectAccessible(page)).rejects.toThrow('image-alt');
  expect(await beyondTheScreen(page)).toBeGreaterThan(400);
});

for (const control of ['Status', 'Type', 'Submitted', 'Finished', 'ID', 'Sort']) {
  test(`axe finds nothing wrong with the open ${control} control`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(LIST);
    await expect.poll(() => rowsOf(page)).toHaveLength(50);
    await filterControl(page, control).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessible(page);
  });
}

/** Sums up all layout shifts of a page from its first moment on, those after a click included. */
async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const sum = { shifts: 0 };
    Object.assign(window, { sum });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sum.shifts += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return async () => {
    // A shift is reported with the frame after it.
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    return page.evaluate(() => (window as unknown as { sum: { shifts: number } }).sum.shifts);
  };
}

for (const path of [LIST, `${LIST}?type=POOL.OPEN&status=FAIL`, `${LIST}?limit=20`]) {
  test(`nothing shifts while ${path} loads and is refreshed`, async ({ page, emulator }) => {
    const shifts = await watchShifts(page);
    // A newcomer on top moves the rows down, as it should; it is not what is measured here.
    await emulator.setArrivals(false);
    await emulator.setFaults([{ fault: 'slow', ms: 700, times: 1 }]);
    await page.goto(path);
    await expect.poll(() => idsOf(page)).not.toHaveLength(0);
    await page.getByRole('button', { name: 'Refresh' }).click();
    await expect(page.getByText('Refreshing…')).toHaveCount(0);
    expect((await shifts()).toFixed(2)).toBe('0.00');
  });
}

test('nothing shifts while an operation opens from the list', async ({ page, emulator }) => {
  const shifts = await watchShifts(page);
  await emulator.setArrivals(false);
  await page.goto(LIST);
  await expect.poll(() => rowsOf(page)).toHaveLength(50);
  await emulator.setFaults([{ fault: 'slow', ms: 500 }]);
  await table(page)
    .getByRole('link', { name: /Opening a pool/ })
    .first()
    .click();
  await expect(page.getByRole('region', { name: 'Timeline' })).toBeVisible();
  expect((await shifts()).toFixed(2)).toBe('0.00');
});
