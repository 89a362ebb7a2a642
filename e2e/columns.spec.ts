import { headers, openColumns, USUAL } from './columns.ts';
import { operation } from './operations.ts';
import { expect, idsOf, LIST, rowsOf, table, test } from './fixtures.ts';

const BATCH = {
  total_count: 380,
  valid_count: 378,
  not_valid_count: 2,
  success_count: 378,
  failed_count: 2,
};

test.beforeEach(async ({ emulator }) => {
  await emulator.clear();
  await emulator.put(
    operation({ id: '9f2c83d1-0000-4000-8000-0000000041ab', type: 'TASK.BATCH_CREATE', details: BATCH }),
  );
  await emulator.put(operation({ id: 'two', status: 'FAIL', submitted: '2026-03-20T09:00:00' }));
});

test('columns are hidden, added and moved at once, and are so again after a reload', async ({ page }) => {
  await page.goto(LIST);
  await expect.poll(() => idsOf(page)).toHaveLength(2);
  await expect.poll(() => headers(page)).toEqual(USUAL);

  await openColumns(page);
  await page.getByRole('checkbox', { name: 'Started' }).uncheck();
  await page.getByRole('checkbox', { name: 'Items' }).check();
  await page.getByRole('checkbox', { name: 'Type' }).check();
  await page.getByRole('checkbox', { name: 'ID', exact: true }).check();
  await page.getByRole('button', { name: 'Move Duration left' }).click();
  const arranged = [
    'Status',
    'Operation',
    'Type',
    'ID',
    'Items',
    'Progress',
    'Submitted',
    'Duration',
    'Finished',
  ];
  await expect.poll(() => headers(page)).toEqual(arranged);
  await expect
    .poll(() => rowsOf(page))
    .toMatchObject([
      { Type: 'TASK.BATCH_CREATE', ID: '9f2c83d1-0000-4000-8000-0000000041ab', Items: '2 failed of 380' },
      { Type: 'POOL.OPEN', ID: 'two', Items: '–' },
    ]);
  await expect(page).toHaveURL(LIST);

  await page.reload();
  await expect.poll(() => idsOf(page)).toEqual(['9f2c83d1-0000-4000-8000-0000000041ab', 'two']);
  await expect.poll(() => headers(page)).toEqual(arranged);

  await openColumns(page);
  await page.getByRole('button', { name: 'Reset all columns' }).click();
  await expect.poll(() => headers(page)).toEqual(USUAL);
});

test('Status and Operation cannot be hidden, and it says why', async ({ page }) => {
  await page.goto(LIST);
  await openColumns(page);
  for (const name of ['Status', 'Operation']) {
    const box = page.getByRole('checkbox', { name });
    await expect(box).toBeDisabled();
    await expect(box).toHaveAccessibleDescription(/always stay: without them a row says nothing/);
    await box.press('Space');
    await expect(box).toBeChecked();
  }
  expect(await headers(page)).toEqual(USUAL);
});

test('columns are moved without a mouse, and the focus stays on the button', async ({ page }) => {
  await page.goto(LIST);
  await openColumns(page);
  const right = page.getByRole('button', { name: 'Move Status right' });
  await right.focus();
  await page.keyboard.press('Enter');
  await expect(right).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(right).toBeFocused();
  await expect(page.getByText('Status is column 3 of 7')).toBeAttached();
  await expect
    .poll(async () => (await headers(page)).slice(0, 3))
    .toEqual(['Operation', 'Progress', 'Status']);
  await expect(page.getByRole('button', { name: 'Move Operation left' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Columns', exact: true })).toBeFocused();
});

test('an edge follows the pointer, the arrow keys do the same, and a double click takes it back', async ({
  page,
}) => {
  await page.goto(LIST);
  await expect.poll(() => idsOf(page)).toHaveLength(2);
  const grip = page.getByRole('separator', { name: 'Width of Submitted' });
  await expect(grip).toHaveAttribute('aria-valuenow', '146');

  const before = await grip.boundingBox();
  if (!before) throw new Error('the grip cannot be seen');
  const from = before.x + before.width / 2;
  await page.mouse.move(from, before.y + 10);
  await page.mouse.down();
  await page.mouse.move(from - 60, before.y + 10, { steps: 4 });
  await page.mouse.up();
  await expect(grip).toHaveAttribute('aria-valuenow', '206');
  const after = await grip.boundingBox();
  expect(Math.round((after?.x ?? 0) - before.x), 'px that the edge went with the pointer').toBe(-60);
  await expect(page).toHaveURL(LIST);

  await grip.focus();
  await page.keyboard.press('ArrowRight');
  await expect(grip).toHaveAttribute('aria-valuenow', '198');
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(grip).toHaveAttribute('aria-valuenow', '238');
  await page.reload();
  await expect(grip).toHaveAttribute('aria-valuenow', '238');

  await grip.dblclick();
  await expect(grip).toHaveAttribute('aria-valuenow', '146');
  await grip.press('ArrowLeft');
  await expect(grip).toHaveAttribute('aria-valuenow', '154');
  await openColumns(page);
  await page.getByRole('button', { name: 'Reset widths' }).click();
  await expect(grip).toHaveAttribute('aria-valuenow', '146');
});

test('however wide the columns, the table stays within the page', async ({ page }) => {
  await page.addInitScript(() => {
    const widths = { status: 640, progress: 640, submitted: 640, started: 640, finished: 640 };
    localStorage.setItem('toloka-operations:settings', JSON.stringify({ columns: { widths } }));
  });
  for (const width of [1440, 1000]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(LIST);
    await expect.poll(() => idsOf(page)).toHaveLength(2);
    const box = await table(page).boundingBox();
    expect(Math.round((box?.x ?? 0) + (box?.width ?? 0))).toBeLessThanOrEqual(width - 24);
    const operation = await page.getByRole('columnheader', { name: 'Operation' }).boundingBox();
    expect(Math.round(operation?.width ?? 0)).toBeGreaterThanOrEqual(219);
  }
});

test('in cards hidden columns stay hidden and the order holds', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(LIST);
  await expect.poll(() => idsOf(page)).toHaveLength(2);
  await openColumns(page);
  await page.getByRole('checkbox', { name: 'Started' }).uncheck();
  await page.getByRole('button', { name: 'Move Finished left' }).click();
  await page.getByRole('button', { name: 'Close' }).click();
  const card = table(page).getByRole('row').nth(1);
  await expect(card.getByRole('cell'), 'six columns and the box to select it').toHaveCount(7);
  const place = (time: string) => card.getByText(time).boundingBox();
  const isBefore = async () => {
    const [finished, submitted] = [await place('20 Mar 15:30:03'), await place('20 Mar 15:30:00')];
    return finished && submitted && { level: finished.y === submitted.y, left: finished.x < submitted.x };
  };
  await expect.poll(isBefore).toEqual({ level: true, left: true });
});
