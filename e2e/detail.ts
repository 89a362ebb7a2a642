import type { Page } from 'playwright/test';
import { expect } from './fixtures.ts';

/** A batch of tasks that runs. */
export const RUNNING = {
  type: 'TASK.BATCH_CREATE',
  status: 'RUNNING',
  submitted: '2026-03-20T10:00:00',
  started: '2026-03-20T10:00:01',
  progress: 40,
  parameters: { skip_invalid_items: false, open_pool: true },
};
const COUNTS = { total_count: 3, valid_count: 1, not_valid_count: 2, success_count: 0, failed_count: 3 };
/** The same after two of its three items turned out not to be valid. */
export const FAILED = {
  ...RUNNING,
  status: 'FAIL',
  finished: '2026-03-20T10:02:44.500',
  progress: 100,
  details: COUNTS,
};
const fault = (path: string, code: string, message: string) => ({
  type: 'TASK_VALIDATE',
  success: false,
  input: { pool_id: '20646589', input_values: { image: null } },
  output: { [path]: { code, message } },
});
/** Its log. */
export const LOG = [
  fault('input_values.image', 'VALUE_REQUIRED', 'May not be null'),
  { type: 'TASK_VALIDATE', success: true, input: { pool_id: '20646589' }, output: {} },
  fault('input_values.image', 'VALUE_REQUIRED', 'May not be null'),
];

/** The status of the operation on screen. */
export function status(page: Page) {
  return page.getByRole('status', { name: 'Operation status' });
}

/** Presses a button that copies, and reads what it left in the clipboard. */
export async function copied(page: Page, name: string): Promise<string> {
  await page.getByRole('button', { name, exact: true }).click();
  await expect(page.getByText('Copied', { exact: true })).toBeAttached();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  await expect(page.getByText('Copied', { exact: true })).toHaveCount(0);
  return text;
}
