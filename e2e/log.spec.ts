import { expect, LIST, test } from './fixtures.ts';
import { counts, fileOf, filters, list, LOG, numbers, putBatch, region, row, why } from './logPage.ts';

test('from the causes of a failure to one item, and a link that says it all', async ({ page, emulator }) => {
  test.slow();
  await putBatch(emulator, LOG);
  await page.clock.setFixedTime('2026-11-25T12:00:00Z');
  await page.goto(`${LIST}/batch`);
  await expect(why(page)).toContainText('3 causes in 4 failed items');
  await expect(why(page).getByRole('listitem')).toHaveText([
    /input_values\.image VALUE_REQUIRED.*May not be empty · first at item 2.*2$/,
    /tasks\.\*\.image VALUE_REQUIRED.*May not be empty · first at item 5.*2$/,
    /input_values\.imagis VALUE_NOT_ALLOWED.*Unknown field name · first at item 2.*1$/,
  ]);
  await expect(region(page)).toContainText('4 failed, 3 succeeded · kept until about 22 Dec');
  await expect(region(page).getByRole('status')).toHaveText('Log loaded: 7 items, 4 failed, 3 succeeded.');
  await expect.poll(() => numbers(page), 'failures are what one comes for').toEqual(['#2', '#3', '#5', '#6']);

  const cause = why(page).getByRole('link', { name: /^tasks/ });
  await cause.click();
  await expect.poll(() => numbers(page)).toEqual(['#5', '#6']);
  await expect(cause).toHaveAttribute('aria-current', 'true');
  await expect(region(page)).toBeInViewport();
  const items = await page.evaluate(() => history.length);
  await filters(page).getByRole('button', { name: 'Succeeded 3' }).click();
  await expect(list(page)).toHaveCount(0);
  await expect(region(page)).toContainText('No item matches.');
  await page.goBack();
  await expect.poll(() => numbers(page)).toEqual(['#5', '#6']);
  expect(await page.evaluate(() => history.length), 'one entry for one choice').toBe(items + 1);

  await row(page, 'Item 6').getByRole('button').click();
  await expect(row(page, 'Item 6')).toContainText('tasks.1.image VALUE_REQUIRED May not be empty');
  await expect(row(page, 'Item 6')).toContainText('"user_id": "u-7"');
  await expect(row(page, 'Item 6')).toContainText('"token": "••••••"');
  await row(page, 'Item 6').getByRole('button', { name: 'Show masked values' }).click();
  await expect(row(page, 'Item 6')).toContainText('"token": "open-sesame"');

  await page.getByRole('link', { name: 'Item 6', exact: true }).click();
  await expect(page).toHaveURL(/\?tab=log&cause=\w{11}#item-6$/);
  await expect(filters(page)).toContainText('2 of 2');
  await page.reload();
  await expect(row(page, 'Item 6')).toContainText('"user_id": "u-7"');
  await expect(row(page, 'Item 6')).toHaveAttribute('aria-current', 'true');
  await expect(row(page, 'Item 6')).toBeInViewport();
  await expect.poll(() => numbers(page)).toEqual(['#5', '#6']);

  await filters(page).getByRole('button', { name: 'Next match' }).click();
  await expect(page).toHaveURL(/#item-5$/);
  await expect(row(page, 'Item 5')).toHaveAttribute('aria-current', 'true');
  await cause.click();
  await expect.poll(() => numbers(page)).toEqual(['#2', '#3', '#5', '#6']);
  await expect(page).toHaveURL(/\?tab=log$/);
});

test('a link into a log says what it asks for in vain', async ({ page, emulator }) => {
  await putBatch(emulator, LOG);
  await page.goto(`${LIST}/batch?log=failed&q=cat#item-4`);
  await expect(region(page)).toContainText('Item 4 is not among the items shown here.');
  await expect.poll(() => numbers(page)).toEqual(['#2']);
  await region(page).getByRole('button', { name: 'Show item 4' }).click();
  await expect(row(page, 'Item 4')).toContainText('"task_id": "t-4"');
  await expect(page).toHaveURL(/\?log=all&tab=log#item-4$/);

  await page.goto(`${LIST}/batch#item-99`);
  await expect(region(page)).toContainText('The log has no item 99: it ends after 7 items.');
  await page.goto(`${LIST}/batch?cause=nonesuch`);
  await expect(region(page)).toContainText('The log names no cause “nonesuch”, so no item matches.');

  await page.goto(`${LIST}/batch?log=broken&q=cat`);
  await expect(region(page).getByRole('alert')).toContainText(
    'log=broken – it must be all, failed or succeeded.',
  );
  await expect(list(page)).toHaveCount(0);
  await region(page).getByRole('button', { name: 'Remove it' }).click();
  await expect(page).toHaveURL(/\/batch\?q=cat$/);
  await expect.poll(() => numbers(page)).toEqual(['#2']);
});

test('the failed items can be taken along, to be mended and sent again', async ({ page, emulator }) => {
  await putBatch(emulator, LOG, {
    parameters: { skip_invalid_items: false },
    details: { ...counts(7, 0), valid_count: 3, not_valid_count: 4 },
  });
  await page.goto(`${LIST}/batch`);
  await expect(why(page)).toContainText(
    '4 invalid items stopped all 7: this upload does not skip invalid items (skip_invalid_items: false). Correct or remove them, or set it to true, and send the batch again.',
  );
  const take = async (button: string) => {
    const download = page.waitForEvent('download');
    await why(page).getByRole('button', { name: button }).click();
    return fileOf(download);
  };
  const inputs = await take('Download failed inputs');
  expect(inputs.name).toBe('toloka-production-batch-failed-inputs.json');
  expect(JSON.parse(inputs.text)).toEqual([
    { input_values: { imagis: 'cat.jpg' } },
    { input_values: { image: '' } },
    { tasks: [{ image: '' }] },
    { tasks: [{}, { image: '' }], user_id: 'u-7', token: 'open-sesame' },
  ]);

  await why(page)
    .getByRole('checkbox', { name: 'Leave out personal fields (user_id, private_comment)' })
    .check();
  await expect(why(page)).toContainText('cannot be sent again as it is');
  await why(page)
    .getByRole('combobox', { name: 'Failures of which cause' })
    .selectOption({ label: 'tasks.*.image VALUE_REQUIRED (2)' });
  const some = await take('Download failed inputs');
  expect(some.name).toBe('toloka-production-batch-failed-inputs-one-cause-without-personal-fields.json');
  expect(JSON.parse(some.text)).toEqual([
    { tasks: [{ image: '' }] },
    { tasks: [{}, { image: '' }], token: 'open-sesame' },
  ]);

  await why(page).getByRole('combobox', { name: 'Failures of which cause' }).selectOption({ index: 0 });
  const csv = await take('Download failures as CSV');
  expect(csv.text.replace('\uFEFF', '').split('\r\n')).toEqual([
    'item,path,code,message',
    '2,input_values.image,VALUE_REQUIRED,May not be empty',
    '2,input_values.imagis,VALUE_NOT_ALLOWED,Unknown field name',
    '3,input_values.image,VALUE_REQUIRED,May not be empty',
    '5,tasks.0.image,VALUE_REQUIRED,May not be empty',
    '6,tasks.1.image,VALUE_REQUIRED,May not be empty',
    '',
  ]);
});

test('100,000 items: read when asked for, drawn where one looks, searched whole', async ({
  page,
  emulator,
}) => {
  await emulator.forgetRequests();
  await page.goto(`${LIST}/huge-log`);
  await expect(why(page)).toContainText('The reasons are in the log, which is large.');
  const asked = async () => (await emulator.requests()).filter(({ path }) => path.endsWith('/log')).length;
  expect(await asked()).toBe(0);
  await region(page).getByRole('button', { name: 'Load the log (100,000 items)' }).click();
  await expect(region(page).getByRole('progressbar', { name: 'Reading the log' })).toBeVisible();
  await expect(region(page).getByRole('status')).toHaveText(
    'Log loaded: 100,000 items, 1,240 failed, 98,760 succeeded.',
    { timeout: 60_000 },
  );
  await filters(page).getByRole('button', { name: 'All 100,000' }).click();
  await expect(filters(page)).toContainText('100,000 items');
  const first = list(page).getByRole('listitem').first();
  await expect(first).toHaveAttribute('aria-setsize', '100000');
  await expect(list(page).getByRole('listitem').nth(5)).toBeAttached();
  expect(await list(page).getByRole('listitem').count()).toBeLessThan(80);

  await filters(page).getByRole('textbox', { name: 'Find in items' }).fill('/99998.JPG');
  await expect(filters(page)).toContainText('1 of 100,000 items');
  await expect.poll(() => numbers(page)).toEqual(['#99,999']);
  await filters(page).getByRole('button', { name: 'Next match' }).click();
  await expect(page).toHaveURL(/q=%2F99998\.JPG#item-99999$/);
  await filters(page).getByRole('button', { name: 'Clear the text' }).click();
  await expect(filters(page)).toContainText('100,000 items');

  // Far down by its number in the address, and on from there with the keys.
  await page.evaluate(() => {
    location.hash = '#item-50000';
  });
  await expect(row(page, 'Item 50,000')).toBeInViewport();
  await expect(row(page, 'Item 50,000')).toHaveAttribute('aria-posinset', '50000');
  await row(page, 'Item 50,000').getByRole('button', { expanded: true }).focus();
  for (let step = 0; step < 30; step++) await page.keyboard.press('ArrowDown');
  await expect(row(page, 'Item 50,030').getByRole('button')).toBeFocused();
  await expect(row(page, 'Item 50,030')).toBeInViewport();
  expect(await asked(), 'asked for once').toBe(1);
});
