import type { Page } from 'playwright/test';
import type { EmulatorControl } from './emulator.ts';
import { digits, operation } from './operations.ts';
import { expect, filterControl, idsOf, LIST, test } from './fixtures.ts';

const SEVERAL = [
  operation({ id: 'op-newest', submitted: '2026-03-20T12:00:00', parameters: { pool_id: '1080020' } }),
  operation({
    id: 'op-deep',
    submitted: '2026-03-20T11:00:00',
    details: { list: [{ name: 'Pool 1080020, Night' }] },
  }),
  operation({ id: 'op-1080020', submitted: '2026-03-20T10:00:00', type: 'ANALYTICS' }),
  operation({ id: 'op-other', submitted: '2026-03-20T09:00:00', parameters: { pool_id: '1080021' } }),
  operation({ id: 'op-hidden', submitted: '2026-03-20T08:00:00', parameters: { api_key: 'k-1080020' } }),
];

/** 700 operations a second apart, newest first `row-699`; the third newest and the oldest hold "needle". */
async function putMany(emulator: EmulatorControl): Promise<void> {
  await emulator.clear();
  const at = (index: number) => new Date(Date.UTC(2026, 2, 20, 10) + index * 1000).toISOString().slice(0, 23);
  await Promise.all(
    Array.from({ length: 700 }, (_, index) =>
      emulator.put(
        operation({
          id: `row-${digits(index)}`,
          submitted: at(index),
          parameters: { name: index === 697 || index === 0 ? 'a Needle' : 'hay' },
        }),
      ),
    ),
  );
}

async function find(page: Page, text: string): Promise<void> {
  const field = filterControl(page, 'Find in parameters');
  await field.fill(text);
  await field.press('Enter');
}

test('finds a pool by its ID in parameters, details and IDs, wherever it stands, but not in secrets', async ({
  page,
  emulator,
}) => {
  await emulator.clear();
  for (const each of SEVERAL) await emulator.put(each);
  await page.goto(LIST);
  await find(page, '1080020');
  await expect(page).toHaveURL(`${LIST}?find=1080020`);
  await expect(page.getByText('Searched all 5, 3 found').first()).toBeVisible();
  await expect.poll(() => idsOf(page)).toEqual(['op-newest', 'op-deep', 'op-1080020']);
  await expect(page.getByRole('navigation', { name: 'Pages' })).toHaveCount(0);
  await expect(page).toHaveTitle(/^“1080020” · /);

  await page.getByRole('button', { name: 'Remove Find' }).click();
  await expect(page).toHaveURL(LIST);
  await expect.poll(() => idsOf(page)).toHaveLength(5);
  await expect(filterControl(page, 'Find in parameters')).toBeFocused();
  await page.goBack();
  await expect.poll(() => idsOf(page)).toHaveLength(3);
});

test('a search is a link: who opens it finds the same, within the same filters and order', async ({
  page,
  emulator,
  browser,
}) => {
  await emulator.clear();
  for (const each of SEVERAL) await emulator.put(each);
  await page.goto(`${LIST}?find=pool+1080020,+NIGHT`);
  await expect.poll(() => idsOf(page)).toEqual(['op-deep']);

  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto(new URL(`${LIST}?type=POOL.OPEN&sort=submitted&find=1080020`, page.url()).href);
  await expect.poll(() => idsOf(other)).toEqual(['op-deep', 'op-newest']);
  await expect(other.getByText('Searched all 4, 2 found').first()).toBeVisible();
  await expect(filterControl(other, 'Find in parameters')).toHaveValue('1080020');
  await context.close();
});

test('says that nothing holds a text only when all was searched', async ({ page, emulator }) => {
  await emulator.clear();
  for (const each of SEVERAL) await emulator.put(each);
  await page.goto(`${LIST}?find=pool_id`);
  await expect(page.getByText('No operation holds “pool_id”')).toBeVisible();
  await expect(page.getByText('Searched all 5, 0 found').first()).toBeVisible();
  await page.getByRole('button', { name: 'Drop “pool_id”' }).click();
  await expect.poll(() => idsOf(page)).toHaveLength(5);
});

test('results stream in; Stop ends the search without pretending, Continue goes on from there', async ({
  page,
  emulator,
}) => {
  await putMany(emulator);
  await emulator.setFaults([{ fault: 'slow', endpoint: 'list', ms: 2500 }]);
  await page.goto(`${LIST}?find=needle`);
  await expect(page.getByText('Searched 295, back to 20 Mar 15:36:45, 1 found')).toBeVisible();
  await expect(page.getByRole('progressbar', { name: 'Search' })).toHaveAttribute('aria-valuenow', '15');
  await expect(page.getByRole('link', { name: /row-697/ })).toBeVisible();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText('Stopped. What was not searched may hold more.')).toBeVisible();
  await expect.poll(() => idsOf(page)).toEqual(['row-697']);

  await emulator.setFaults([]);
  await emulator.forgetRequests();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('Searched all 700, 2 found').first()).toBeVisible();
  await expect.poll(() => idsOf(page)).toEqual(['row-697', 'row-000']);
  const asked = (await emulator.requests()).filter(({ path }) => path.includes('submitted_lte'));
  expect(asked).toHaveLength(2);
});

test('a search that fails keeps what it found and goes on with Retry', async ({ page, emulator }) => {
  await putMany(emulator);
  await emulator.setFaults([
    { fault: 'forbidden', endpoint: 'list', parameter: 'submitted_lte=2026-03-20T10:06:45.000', times: 1 },
  ]);
  await page.goto(`${LIST}?find=needle`);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('ACCESS_DENIED');
  await expect(page.getByText('Searched 295, back to 20 Mar 15:36:45, 1 found').first()).toBeVisible();
  expect(await idsOf(page)).toEqual(['row-697']);
  await alert.getByRole('button', { name: 'Retry' }).click();
  await expect(page.getByText('Searched all 700, 2 found').first()).toBeVisible();
  await expect(alert).toHaveCount(0);
});

test('a server that asks to wait is waited for, and nothing is lost', async ({ page, emulator }) => {
  await putMany(emulator);
  await emulator.setFaults([
    {
      fault: 'rate-limited-retry-after',
      endpoint: 'list',
      parameter: 'submitted_lte=2026-03-20T10:06:45.000',
      times: 1,
      retryAfter: '2',
    },
  ]);
  await page.goto(`${LIST}?find=needle`);
  await expect(page.getByText('TOO_MANY_REQUESTS')).toBeVisible();
  await expect(page.getByText('Searched all 700, 2 found').first()).toBeVisible();
});

test('a long search rests after 2,000 operations and asks whether to go on', async ({ page }) => {
  await page.goto(`${LIST}?find=no+operation+holds+this`);
  await expect(page.getByText(/^Searched 2,065, back to .*, 0 found$/).first()).toBeVisible();
  await expect(page.getByText('Not all is searched yet; the rest may hold more.')).toBeVisible();
  await expect(page.getByText('Nothing found so far')).toBeVisible();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText(/^Searched 2,360, /)).toBeVisible();
});

test('leaving the view ends the search, coming back goes on with it', async ({ page, emulator }) => {
  await putMany(emulator);
  await emulator.setFaults([{ fault: 'slow', endpoint: 'list', ms: 1500 }]);
  await page.goto(`${LIST}?find=needle`);
  await page.getByRole('link', { name: /row-697/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('row-697');
  await emulator.setFaults([]);
  await page.getByRole('link', { name: 'Back to operations' }).click();
  await expect(page).toHaveURL(`${LIST}?find=needle`);
  await expect(page.getByText('Searched all 700, 2 found').first()).toBeVisible();
  await expect.poll(() => idsOf(page)).toEqual(['row-697', 'row-000']);
});
