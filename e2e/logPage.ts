import { readFile } from 'node:fs/promises';
import type { Download, Page } from 'playwright/test';
import type { EmulatorControl } from './emulator.ts';
import { operation } from './operations.ts';

const REQUIRED = { code: 'VALUE_REQUIRED', message: 'May not be empty' };
const UNKNOWN = { code: 'VALUE_NOT_ALLOWED', message: 'Unknown field name' };
const failed = (input: object, output: object) => ({ type: 'TASK_VALIDATE', success: false, input, output });
const created = (id: string) => ({
  type: 'TASK_CREATE',
  success: true,
  input: { input_values: { image: `${id}.jpg` } },
  output: { task_id: id },
});

/** Seven items, of which four failed: for one cause, for two, and in different places of an array. */
export const LOG = [
  created('t-1'),
  failed(
    { input_values: { imagis: 'cat.jpg' } },
    { 'input_values.image': REQUIRED, 'input_values.imagis': UNKNOWN },
  ),
  failed({ input_values: { image: '' } }, { 'input_values.image': REQUIRED }),
  created('t-4'),
  failed({ tasks: [{ image: '' }] }, { 'tasks.0.image': REQUIRED }),
  failed({ tasks: [{}, { image: '' }], user_id: 'u-7', token: 'open-sesame' }, { 'tasks.1.image': REQUIRED }),
  created('t-7'),
];

/** Details of a batch: how many items, and how many were created. */
export const counts = (total: number, good: number) => ({
  total_count: total,
  valid_count: good,
  not_valid_count: total - good,
  success_count: good,
  failed_count: total - good,
});

/** Puts the batch `batch`, failed on 22 November, with a log; null for none. */
export async function putBatch(emulator: EmulatorControl, log: unknown, fields: object = {}): Promise<void> {
  await emulator.put(
    operation({
      id: 'batch',
      type: 'TASK.BATCH_CREATE',
      status: 'FAIL',
      finished: '2026-11-22T10:00:00.000',
      parameters: { skip_invalid_items: true },
      details: counts(7, 3),
      ...fields,
    }),
    { log },
  );
}

/** The region that tells why. */
export const why = (page: Page) => page.getByRole('region', { name: 'Why it failed' });
/** The log's region. */
export const region = (page: Page) => page.getByRole('region', { name: 'Log' });
/** The list of items. */
export const list = (page: Page) => page.getByRole('list', { name: 'Log items' });
/** The group of the log's filters. */
export const filters = (page: Page) => page.getByRole('group', { name: 'Log filters' });
/** One item of the list, by the name of its link: `Item 17`. */
export const row = (page: Page, name: string) =>
  list(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name, exact: true }) });

/** The numbers of the items in the document, in order. */
export async function numbers(page: Page): Promise<string[]> {
  const links = list(page).getByRole('link', { name: /^Item / });
  return (await links.allTextContents()).map((text) => text.trim());
}

/** A downloaded file's name and text. */
export async function fileOf(download: Promise<Download>): Promise<{ name: string; text: string }> {
  const file = await download;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}
