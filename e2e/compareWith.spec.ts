import { BAD, comparisonRow, GOOD } from './compareRows.ts';
import { expect, LIST, test } from './fixtures.ts';
import { operation } from './operations.ts';

const COMPARE = `${LIST}/compare`;

test.beforeEach(async ({ emulator }) => {
  await emulator.clear();
  await emulator.put(GOOD);
  await emulator.put(BAD);
});

test('a failed one is held against the last one that succeeded, from its own page', async ({
  page,
  emulator,
}) => {
  await emulator.put(operation({ ...BAD, id: 'bad-before', submitted: '2026-03-20T10:04:00.000' }));
  await emulator.put(operation({ id: 'another-type', submitted: '2026-03-20T10:04:30.000' }));
  await page.goto(`${LIST}/bad`);
  await page.getByRole('button', { name: 'Compare with…' }).click();
  const panel = page.getByRole('dialog', { name: 'Compare with' });
  await panel.getByRole('button', { name: 'The last one that succeeded' }).click();
  await expect(page).toHaveURL(`${COMPARE}?id=good&id=bad`);
  await expect
    .poll(() => comparisonRow(page, 'skip_invalid_items'))
    .toEqual(['skip_invalid_items', 'true', 'false']);
  await page.goBack();
  await page.getByRole('button', { name: 'Compare with…' }).click();
  await panel.getByRole('button', { name: 'The one before it' }).click();
  await expect(page).toHaveURL(`${COMPARE}?id=bad-before&id=bad`);

  await page.goto(`${LIST}/good`);
  await page.getByRole('button', { name: 'Compare with…' }).click();
  await panel.getByRole('button', { name: 'The last one that succeeded' }).click();
  await expect(panel).toContainText('None of this type succeeded before it.');
  await panel.getByRole('link', { name: 'Another one, by its ID or link' }).click();
  await expect(page).toHaveURL(`${COMPARE}?id=good`);
});

test('an operation whose ID is “compare” keeps its page', async ({ page, emulator }) => {
  await emulator.put(operation({ id: 'compare' }));
  await page.goto(COMPARE);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('compare');
  await expect(page.getByRole('status', { name: 'Operation status' })).toContainText('Succeeded');
});
