import { copied, FAILED, LOG } from './detail.ts';
import { expect, LIST, test } from './fixtures.ts';
import { operation } from './operations.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test.beforeEach(({ emulator }) => emulator.clear());

test('numbers beyond 2^53 keep their digits on the screen and in every copy', async ({ page }) => {
  await page.goto('/demo/operations?sort=submitted&find=9007199254740993123');
  const row = page.getByRole('link', { name: /big-numbers/ });
  await expect(row).toBeVisible();
  await expect(page.getByText('pool 9007199254740993123')).toBeVisible();
  await row.click();
  const parameters = page.getByRole('region', { name: 'Parameters' });
  await expect(parameters).toContainText('9007199254740993123');
  await expect(parameters).toContainText('0.12345678901234567891');
  await expect(page.getByText('Pool 9007199254740993123 was opened.')).toBeVisible();
  await page.getByText('Raw JSON').click();
  expect(await copied(page, 'Copy JSON')).toContain(
    '"parameters": {\n    "pool_id": 9007199254740993123,\n    "ratio": 0.12345678901234567891\n  }',
  );
  await expect(page.getByText('[object Object]')).toHaveCount(0);
});

test('a clone names what it was made from and what was made, each to be copied', async ({
  page,
  emulator,
}) => {
  const clone = { type: 'POOL.CLONE', parameters: { pool_id: '1080020' }, details: { pool_id: '1080077' } };
  await emulator.put(operation({ id: 'clone', ...clone }));
  await page.goto(`${LIST}/clone`);
  await expect(page.getByText('Pool 1080020 was cloned; the copy is pool 1080077.')).toBeVisible();
  expect(await copied(page, 'Copy source pool')).toBe('1080020');
  expect(await copied(page, 'Copy new pool')).toBe('1080077');
});

test('an operation can be taken elsewhere as a link, an ID, a command and a text for support', async ({
  page,
  emulator,
  baseURL,
}) => {
  await emulator.put({ id: 'batch', ...FAILED }, { log: LOG });
  await page.goto(`${LIST}/batch`);
  await expect(page.getByRole('region', { name: 'Why it failed' })).toContainText('VALUE_REQUIRED');
  await emulator.setFaults([{ fault: 'error-500', id: 'batch', times: 1 }]);
  await page.getByRole('button', { name: 'Refresh', exact: true }).click();
  const requestId = (await page.getByRole('alert').innerText()).match(/request_id (\w+)/)?.[1] ?? 'none';
  expect(await copied(page, 'Copy link')).toBe(`${baseURL}/production/operations/batch`);
  expect(await copied(page, 'Copy ID')).toBe('batch');
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  expect(await copied(page, 'Copy as curl')).toBe(
    `curl -sS -H "Authorization: OAuth $TOLOKA_TOKEN" 'https://toloka.dev/api/v1/operations/batch'\n`,
  );
  expect(await copied(page, 'Copy as toloka-kit')).toBe(`import os

from toloka.client import TolokaClient

toloka_client = TolokaClient(os.environ["TOLOKA_TOKEN"], url="https://toloka.dev")
operation = toloka_client.get_operation("batch")
log = toloka_client.get_operation_log(operation.id)
`);
  const support = await copied(page, 'Copy for support');
  expect(support.replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3} UTC$/gm, '(when)'))
    .toBe(`Link: ${baseURL}/production/operations/batch
Environment: Production
Operation: batch
Type: Uploading tasks (TASK.BATCH_CREATE)
Status: Failed (FAIL)
Progress: 100%
Submitted: 2026-03-20T10:00:00 UTC
Started: 2026-03-20T10:00:01 UTC
Finished: (when)
Items: total 3, created 0, not created 3, valid 1, not valid 2
Causes:
- 2 items: input_values.image VALUE_REQUIRED "May not be null", first item 1
Failed requests (request_id):
- ${requestId} (INTERNAL_ERROR) at (when)
Read: (when)
`);
  expect(support).toContain('Finished: 2026-03-20T10:02:44.500 UTC\n');
  expect(requestId).not.toBe('none');
});
