import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright/test';
import type { EmulatorControl } from './emulator.ts';
import { digits, operation } from './operations.ts';
import { expect, idsOf, LIST, test, turn } from './fixtures.ts';

type Saved = { readonly name: string; readonly text: string };

async function openExport(page: Page) {
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  return page.getByRole('dialog', { name: 'Export this view' });
}

/** Clicks a button of the export's panel and reads the file that comes of it. */
async function saved(page: Page, button: string): Promise<Saved> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('dialog', { name: 'Export this view' }).getByRole('button', { name: button }).click(),
  ]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

async function putRows(emulator: EmulatorControl, count: number): Promise<void> {
  await emulator.clear();
  const at = (index: number) => new Date(Date.UTC(2026, 2, 20, 10) + index * 1000).toISOString().slice(0, 23);
  await Promise.all(
    Array.from({ length: count }, (_, index) =>
      emulator.put(operation({ id: `row-${digits(index)}`, submitted: at(index) })),
    ),
  );
}

/** The IDs of an NDJSON file's operations, in order; the lines about the file itself have none. */
function idsIn(text: string): string[] {
  const lines = text.trimEnd().split('\n');
  return lines.flatMap((line) => (JSON.parse(line) as { id?: string }).id ?? []);
}
const newestFirst = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => `row-${digits(from + count - 1 - index)}`);

test('CSV opens right in a spreadsheet: header, exact times, formulas disarmed, secrets masked', async ({
  page,
  emulator,
}) => {
  await emulator.clear();
  await emulator.put(
    operation({
      id: 'op-formula',
      submitted: '2026-03-20T10:00:00.123456',
      parameters: { pool_id: '=HYPERLINK("http://evil")', api_key: 's3cret' },
      details: { total_count: 2, failed_count: -1, note: 'a, "b"' },
    }),
  );
  await emulator.put(
    operation({ id: 'op-running', status: 'RUNNING', submitted: '2026-03-20T09:00:00', finished: null }),
  );
  await emulator.put(operation({ id: 'op-left-out', type: 'ANALYTICS' }));
  await page.goto(`${LIST}?type=POOL.OPEN`);
  await expect.poll(() => idsOf(page)).toHaveLength(2);
  await openExport(page);
  const { name, text } = await saved(page, 'Download');
  expect(name).toMatch(/^toloka-operations-production-\d{8}T\d{6}Z\.csv$/);
  const [head, first, second, end] = text.split('\r\n');
  expect(head).toBe(
    '\uFEFFid,type,status,submitted,started,finished,progress,' +
      'parameters.pool_id,parameters.training_id,parameters.project_id,' +
      'details.pool_id,details.training_id,details.project_id,details.total_count,details.valid_count,' +
      'details.not_valid_count,details.success_count,details.failed_count,parameters,details,other,export',
  );
  expect(first?.replace(/"exported"":""[^"]+""/, '"exported"":""then""')).toBe(
    'op-formula,POOL.OPEN,SUCCESS,2026-03-20T10:00:00.123456,2026-03-20T10:00:01.000,2026-03-20T10:00:03.500,100,' +
      `"'=HYPERLINK(""http://evil"")",,,,,,2,,,,-1,` +
      String.raw`"{""pool_id"":""=HYPERLINK(\""http://evil\"")"",""api_key"":""••••••""}",` +
      String.raw`"{""total_count"":2,""failed_count"":-1,""note"":""a, \""b\""""}",,` +
      '"{""environment"":""production"",""query"":""type=POOL.OPEN"",""exported"":""then"",""secrets"":""masked""}"',
  );
  expect(second).toBe(
    'op-running,POOL.OPEN,RUNNING,2026-03-20T09:00:00,2026-03-20T10:00:01.000,,100,' +
      '20646589,,,,,,,,,,,"{""pool_id"":""20646589""}",,,',
  );
  expect(end).toBe('');
  await expect(page.getByText('The export is complete.')).toBeVisible();
});

test('NDJSON leaves every digit and every field as the API sent it', async ({ page }) => {
  await page.goto(`${LIST}?id_gte=big-numbers&id_lte=big-numbers`);
  await expect.poll(() => idsOf(page)).toEqual(['big-numbers']);
  const dialog = await openExport(page);
  await dialog.getByRole('radio', { name: 'NDJSON' }).check();
  const { name, text } = await saved(page, 'Download');
  expect(name).toMatch(/^toloka-operations-production-\d{8}T\d{6}Z\.ndjson$/);
  const [manifest = '', line = '', end] = text.split('\n');
  expect(JSON.parse(manifest)).toEqual({
    manifest: {
      environment: 'production',
      query: 'id_gte=big-numbers&id_lte=big-numbers',
      exported: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as unknown,
      secrets: 'masked',
    },
  });
  expect(line).toContain('"parameters":{"pool_id":9007199254740993123,"ratio":0.12345678901234567891}');
  expect(end).toBe('');
});

test('secrets are in the file only when they are asked for', async ({ page, emulator }) => {
  await emulator.clear();
  await emulator.put(operation({ id: 'op-1', parameters: { api_key: 's3cret' } }));
  await page.goto(LIST);
  const dialog = await openExport(page);
  await dialog.getByRole('radio', { name: 'NDJSON' }).check();
  expect((await saved(page, 'Download')).text).toContain('"api_key":"••••••"');
  await dialog.getByRole('button', { name: 'New export' }).click();
  await dialog.getByRole('radio', { name: 'NDJSON' }).check();
  await dialog.getByRole('checkbox', { name: 'Include secrets' }).check();
  const { text } = await saved(page, 'Download');
  expect(text).toContain('"api_key":"s3cret"');
  expect(text).toContain('"secrets":"included"');
});

test('Stop keeps what came, in a file that says that it is incomplete', async ({ page, emulator }) => {
  await putRows(emulator, 350);
  await page.goto(LIST);
  await idsOf(page);
  await emulator.setFaults([
    { fault: 'slow', endpoint: 'list', parameter: 'submitted_lte=2026-03-20T10:00:55.000', ms: 20_000 },
  ]);
  const dialog = await openExport(page);
  await dialog.getByRole('radio', { name: 'NDJSON' }).check();
  await dialog.getByRole('button', { name: 'Download' }).click();
  await expect(dialog.getByText(/^295 rows, /)).toBeVisible();
  const { name, text } = await saved(page, 'Stop');
  expect(name).toMatch(/^toloka-operations-production-\d{8}T\d{6}Z-incomplete\.ndjson$/);
  expect(idsIn(text)).toEqual(newestFirst(295, 55));
  expect(text.trimEnd().split('\n').at(-1)).toBe(
    '{"ending":{"complete":false,"operations":295,"reason":"stopped by hand"}}',
  );
  await expect(dialog.getByText(/^Incomplete: the file ends where the export stopped/)).toBeVisible();
});

test('a failure midway keeps what came: it can be saved as it is, or the export goes on', async ({
  page,
  emulator,
}) => {
  await putRows(emulator, 350);
  await page.goto(LIST);
  await idsOf(page);
  const forbidden = {
    fault: 'forbidden',
    endpoint: 'list',
    parameter: 'submitted_lte=2026-03-20T10:00:55.000',
    times: 1,
  } as const;
  await emulator.setFaults([forbidden]);
  const dialog = await openExport(page);
  await dialog.getByRole('button', { name: 'Download' }).click();
  await expect(dialog.getByRole('alert')).toContainText('ACCESS_DENIED');
  const part = await saved(page, 'Save what was received');
  expect(part.name).toMatch(/-incomplete\.csv$/);
  expect(part.text.match(/^row-\d+,/gm)).toHaveLength(295);
  expect(part.text).toContain('INCOMPLETE: failed: ACCESS_DENIED');

  await emulator.setFaults([forbidden]);
  await dialog.getByRole('button', { name: 'New export' }).click();
  await dialog.getByRole('button', { name: 'Download' }).click();
  await expect(dialog.getByRole('alert')).toContainText('ACCESS_DENIED');
  const whole = await saved(page, 'Retry');
  expect(whole.name).not.toContain('incomplete');
  expect(whole.text.match(/^row-\d+,/gm)).toHaveLength(350);
  expect(whole.text).not.toContain('INCOMPLETE');
});

test('a text that is looked for narrows the export as well', async ({ page, emulator }) => {
  await putRows(emulator, 20);
  await page.goto(`${LIST}?find=row-01`);
  await expect.poll(() => idsOf(page)).toHaveLength(10);
  const dialog = await openExport(page);
  await dialog.getByRole('radio', { name: 'NDJSON' }).check();
  const { text } = await saved(page, 'Download');
  expect(idsIn(text)).toEqual(newestFirst(10, 10));
});

test('where the browser can write to a chosen file, all pages stream into it in the list’s order, from the first, whatever page one is on', async ({
  page,
  emulator,
}) => {
  await putRows(emulator, 350);
  // The dialog is the browser's own and cannot be driven; a file in memory stands in for the chosen one.
  await page.addInitScript(() => {
    const pieces: string[] = [];
    const writable = {
      write: (piece: string) => Promise.resolve(void pieces.push(piece)),
      close: () => {
        document.documentElement.setAttribute('data-file', pieces.join(''));
        return Promise.resolve();
      },
    };
    Object.assign(window, {
      showSaveFilePicker: ({ suggestedName }: { suggestedName: string }) =>
        Promise.resolve({ name: `my-${suggestedName}`, createWritable: () => Promise.resolve(writable) }),
    });
  });
  await page.goto(`${LIST}?limit=20`);
  await turn(page, 'Next page');
  const dialog = await openExport(page);
  await dialog.getByRole('radio', { name: 'NDJSON' }).check();
  await dialog.getByRole('button', { name: 'Write to a file…' }).click();
  await expect(dialog.getByText('The export is complete.')).toBeVisible();
  await expect(dialog.getByText(/^my-toloka-operations-production-.*\.ndjson$/)).toBeVisible();
  await expect(dialog.getByText(/^350 rows, \d+ rows\/s$/)).toBeVisible();
  const text = await page.evaluate(() => document.documentElement.getAttribute('data-file') ?? '');
  expect(idsIn(text)).toEqual(newestFirst(350));
});
