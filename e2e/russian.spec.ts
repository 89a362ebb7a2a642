import type { Page } from 'playwright/test';
import type { EmulatorControl } from './emulator.ts';
import { expect, LIST, test } from './fixtures.ts';
import { nextFrame } from './frames.ts';
import { operation } from './operations.ts';
import { TEAM_PORT } from './ports.mjs';
import { expectLanguage, expectRussian, expectUncut } from './reading.ts';

test.use({ locale: 'ru-RU' });

const WIDE = { width: 1440, height: 900 };
/** What the API said, in its own words. */
const DATA = [
  'VALUE_REQUIRED',
  'Нужно значение',
  'Operation nobody-1 does not exist',
  'The service is temporarily unavailable',
];
const NARROW = { width: 390, height: 844 };

/** A failed batch with a log; its numbers are large enough to be written in a language's own way. */
async function putOperations(emulator: EmulatorControl): Promise<void> {
  await emulator.clear();
  await emulator.put(
    operation({
      id: 'batch-1',
      type: 'TASK.BATCH_CREATE',
      status: 'FAIL',
      submitted: '2026-11-20T10:00:00.000',
      started: '2026-11-20T10:00:01.000',
      finished: '2026-11-20T10:02:44.000',
      parameters: { pool_id: '1', skip_invalid_items: true, secret: 'x1' },
      details: {
        total_count: 28_410,
        valid_count: 28_402,
        not_valid_count: 8,
        success_count: 28_402,
        failed_count: 8,
      },
    }),
    {
      log: [
        {
          type: 'TASK_VALIDATE',
          success: false,
          input: { pool_id: '1' },
          output: { 'input_values.image': { code: 'VALUE_REQUIRED', message: 'Нужно значение' } },
        },
        { type: 'TASK_CREATE', success: true, input: { pool_id: '1' }, output: { task_id: 't-1' } },
      ],
    },
  );
  await emulator.put(operation({ id: 'open-1', submitted: '2026-11-20T09:00:00.000', details: { a_1: [] } }));
  await emulator.put({
    id: 'busy-1',
    type: 'POOL.CLONE',
    status: 'RUNNING',
    submitted: '@now',
    started: '@now',
    progress: 47,
    parameters: { pool_id: '2' },
  });
  await emulator.put({ id: 'next-1', type: 'ANALYTICS', status: 'PENDING', submitted: '@now', progress: 0 });
}

/** Looks at the page as it stands, wide and narrow. */
async function look(page: Page, screen: string): Promise<void> {
  await expectRussian(page, screen, DATA);
  await expectUncut(page, `${screen}, wide`, DATA);
  await page.setViewportSize(NARROW);
  // What is built for another width, as the filters are, is built in the next frame.
  await nextFrame(page);
  await expectRussian(page, `${screen}, narrow`, DATA);
  await expectUncut(page, `${screen}, narrow`, DATA);
  await page.setViewportSize(WIDE);
}

/** Opens all that can be opened, one after the other, and looks at each. */
async function lookIntoPanels(page: Page, screen: string): Promise<void> {
  const openers = page
    .getByRole('button', { expanded: false })
    .or(page.getByRole('combobox', { expanded: false }));
  const count = await openers.count();
  expect(count).toBeGreaterThan(0);
  // From behind: whatever unfolds in the page stays open, and is no opener any more.
  for (let at = count - 1; at >= 0; at--) {
    const opener = openers.nth(at);
    const name = `${screen}, opened: ${(await opener.getAttribute('aria-label')) ?? (await opener.innerText())}`;
    await opener.click();
    await expect(page.getByText('Загрузка…')).toHaveCount(0);
    await expectRussian(page, name, DATA);
    await expectUncut(page, name, DATA);
    await page.keyboard.press('Escape');
  }
}

test('the list and all that opens in it', async ({ page, emulator }) => {
  test.slow();
  await putOperations(emulator);
  await page.goto(LIST);
  await expect(page.getByRole('link', { name: /Загрузка заданий/ })).toBeVisible();
  await expect(page.getByText(/8 из 28\u00a0410/).first()).toBeVisible();
  await expect(page.getByText(/20 нояб\. (?:\d{4} )?15:30:00/).first()).toBeVisible();
  await look(page, 'the list');

  await page.goto(
    `${LIST}?type=TASK.BATCH_CREATE&status=FAIL&submitted_gte=now-7d&sort=finished&id_gt=a1&find=x1`,
  );
  await look(page, 'a filtered list');
  await lookIntoPanels(page, 'a filtered list');

  for (const [key, dialog] of [
    ['Control+k', 'Поиск и команды'],
    ['?', 'Клавиши'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(page.getByRole('dialog', { name: dialog })).toBeVisible();
    await look(page, dialog);
    await page.keyboard.press('Escape');
  }

  await page.goto(LIST);
  await page.getByRole('row').nth(1).getByRole('checkbox').check();
  await look(page, 'a list with a selection');
  await page.setViewportSize(NARROW);
  await page.getByRole('button', { name: 'Фильтры' }).click();
  await expect(page.getByRole('dialog', { name: 'Фильтры' })).toBeVisible();
  await look(page, 'the sheet of filters');
});

test('an operation, why it failed, its log, and the comparison', async ({ page, emulator }) => {
  test.slow();
  await putOperations(emulator);
  await page.goto(`${LIST}/batch-1`);
  await expect(page.getByText('VALUE_REQUIRED').first()).toBeVisible();
  await expect(
    page
      .getByText('20 нояб. 2026 15:30:00')
      .or(page.getByText(/^20 нояб\. 15:30:00/))
      .first(),
  ).toBeVisible();
  await expect(page.getByText('28\u00a0410').first()).toBeVisible();
  await look(page, 'a failed batch');
  await lookIntoPanels(page, 'a failed batch');
  await page.goto(`${LIST}/busy-1`);
  await expect(page.getByText('47%').first()).toBeVisible();
  await page.getByRole('button', { name: 'Следить', exact: true }).click();
  await page.getByRole('button', { name: 'Отслеживание' }).click();
  await expect(page.getByRole('list', { name: 'Отслеживаемые операции' })).toContainText('Клонирование пула');
  await look(page, 'a running operation that is watched');

  await page.goto(`${LIST}/compare?id=batch-1&id=open-1`);
  await expect(page.getByRole('region', { name: 'Сравнение' })).toContainText('2 мин 43 с');
  await page.getByRole('button', { name: /^Совпада/ }).click();
  await look(page, 'a comparison');
});

test('what is missing, wrong or not set up', async ({ page, emulator }) => {
  test.slow();
  await emulator.clear();
  await page.goto(LIST);
  await expect(page.getByText('В среде «Продакшен» пока нет операций')).toBeVisible();
  await look(page, 'an empty list');
  for (const [path, shown] of [
    [`${LIST}?id_lt=0`, 'Под этот фильтр не подходит ни одна операция'],
    [`${LIST}?status=FIAL&foo_1=1&submitted_gte=then_1&sort=name_1`, 'FIAL'],
    [`${LIST}/nobody-1`, 'DOES_NOT_EXIST'],
    [`${LIST}/compare?id=nobody-1&id=%2F1`, 'nobody-1'],
    ['/sandbox/operations', 'TOLOKA_SANDBOX_TOKEN'],
    ['/sandbox', 'Такой страницы нет'],
    [`http://localhost:${TEAM_PORT}${LIST}`, 'Нужен ключ доступа'],
  ] as const) {
    await page.goto(path);
    await expect(page.getByText(shown).first()).toBeVisible();
    await look(page, path);
  }
  await emulator.setFaults([{ fault: 'error-503' }]);
  await page.goto(LIST);
  await expect(page.getByRole('alert')).toContainText('SERVICE_UNAVAILABLE');
  await look(page, 'a list that failed to load');
});

test('a language is chosen in the preferences and kept', async ({ page }) => {
  await page.goto(LIST);
  await expectLanguage(page, 'ru');
  await page.getByRole('button', { name: 'Настройки' }).click();
  await page.getByRole('group', { name: 'Язык' }).getByText('English', { exact: true }).click();
  await expectLanguage(page, 'en');
  await page.reload();
  await expect(page.getByRole('button', { name: 'Refresh' })).toBeVisible();
  await expectLanguage(page, 'en');

  await page.getByRole('button', { name: 'Preferences' }).click();
  await page.getByRole('group', { name: 'Language' }).getByText('Automatic').click();
  await expectLanguage(page, 'ru');
});
