import type { Page } from 'playwright/test';
import { operation } from './operations.ts';

/** An upload that succeeded. */
export const GOOD = operation({
  id: 'good',
  type: 'TASK.BATCH_CREATE',
  started: '2026-03-20T10:00:01.000',
  finished: '2026-03-20T10:01:41.000',
  parameters: {
    skip_invalid_items: true,
    open_pool: false,
    secret: 'one',
    note: 'https://example.org/input/0017.json',
  },
  details: { total_count: 2, valid_count: 2, nested: { list: ['a', 'b'] } },
});
/** The same, later, with other parameters: it failed. */
export const BAD = operation({
  id: 'bad',
  type: 'TASK.BATCH_CREATE',
  status: 'FAIL',
  submitted: '2026-03-20T10:05:00.000',
  started: '2026-03-20T10:05:01.000',
  finished: '2026-03-20T10:08:01.000',
  parameters: {
    skip_invalid_items: false,
    open_pool: false,
    secret: 'two',
    note: 'https://example.org/input/0042.json',
  },
  details: { total_count: 2, valid_count: 0, nested: { list: ['a'] } },
});

/** The rows of the comparison on screen, the names of groups included, each as its cells' texts. */
export function comparisonRows(page: Page): Promise<string[][]> {
  return page
    .getByRole('region', { name: 'Comparison' })
    .evaluate((region) =>
      [...region.querySelectorAll('tbody tr')].map((row) =>
        [...row.querySelectorAll('th, td')].map((cell) =>
          (cell instanceof HTMLElement ? cell.innerText : '').replaceAll(/\s+/g, ' ').trim(),
        ),
      ),
    );
}

/** One fact of the comparison: its name and what each operation says to it; undefined where it is not shown. */
export async function comparisonRow(page: Page, name: string): Promise<string[] | undefined> {
  return (await comparisonRows(page)).find(([first]) => first === name);
}
