import type { Page } from 'playwright/test';
import { expect, table } from './fixtures.ts';

/** The headers that stand in the table when nobody has chosen others. */
export const USUAL = ['Status', 'Operation', 'Progress', 'Submitted', 'Started', 'Finished', 'Duration'];

/** The words of the table's headers, in order. */
export async function headers(page: Page): Promise<string[]> {
  return table(page).getByRole('columnheader').allInnerTexts();
}

/** Opens the panel in which columns are chosen. */
export async function openColumns(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Columns', exact: true }).click();
  await expect(page.getByRole('checkbox', { name: 'Progress' })).toBeVisible();
}
