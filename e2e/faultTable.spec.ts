import type { APIRequestContext, BrowserContext, Page } from 'playwright/test';
import type { EmulatorControl } from './emulator.ts';
import { ERRORS, HANGS, ON_THE_WIRE, REFUSALS, STRANGE_ANSWERS, type Fault } from './faults.ts';
import { expect, idsOf, LIST, renewToken, table, test } from './fixtures.ts';
import { operation } from './operations.ts';
import { setWire, startServer } from './orders.ts';

const API = `${LIST.replace('/operations', '')}/api/v1/operations?limit=1`;
/** Longer than any wait that the page announces in these specs, in ms. */
const LONG_MS = 90_000;

test.describe.configure({ timeout: 120_000 });

test.beforeEach(async ({ emulator, page }) => {
  await emulator.clear();
  await emulator.put(operation({ id: 'steady' }));
  await emulator.put({
    id: 'busy',
    type: 'POOL.OPEN',
    status: 'RUNNING',
    submitted: '2026-03-20T10:00:05',
    progress: 5,
  });
  await page.clock.install();
});
test.afterEach(() => setWire('ok'));

type Parts = { page: Page; context: BrowserContext; emulator: EmulatorControl; request: APIRequestContext };

/** What a spec says of each fault of a table. */
const says = (what: string) => `${what}: list and detail say so, keep what they have and recover`;

for (const [what, faults] of [
  ['faults on the wire', ON_THE_WIRE],
  ['errors of the API', ERRORS],
  ['answers that are none', STRANGE_ANSWERS],
  ['a refused token', REFUSALS],
] as const) {
  test(says(what), ({ page, context, emulator, request }) =>
    liveThroughAll(faults, { page, context, emulator, request }),
  );
}
test.describe('with a server of little patience', () => {
  test.beforeAll(() => startServer('impatient'));
  test.afterAll(() => startServer());
  test(says('answers that do not end'), ({ page, context, emulator, request }) =>
    liveThroughAll(HANGS, { page, context, emulator, request }),
  );
});

async function liveThroughAll(
  faults: readonly Fault[],
  { page, context, emulator, request }: Parts,
): Promise<void> {
  const detail = await context.newPage();
  await Promise.all([page.goto(LIST), detail.goto(`${LIST}/busy`)]);
  for (const [index, fault] of faults.entries()) {
    const fromStart = index === 0;
    await test.step(fault.name, () => liveThrough({ ...fault, fromStart }, page, detail, emulator, request));
  }
}

/** A fault on a page that has data, its end, and, where it is `fromStart`, the same on a page that loads. */
async function liveThrough(
  fault: Fault & { readonly fromStart: boolean },
  list: Page,
  detail: Page,
  emulator: EmulatorControl,
  request: APIRequestContext,
): Promise<void> {
  const make = async () => {
    if (fault.wire) await setWire(fault.wire);
    if (fault.rule) await emulator.setFaults([fault.rule]);
  };
  const mend = async () => {
    await setWire('ok');
    await emulator.setFaults([]);
    // What the server has learned of a 429 lasts in real time.
    await renewToken(request);
  };
  const status = detail.getByRole('status', { name: 'Operation status' });
  const pages = [list, detail];
  await expect.poll(() => idsOf(list)).toEqual(['busy', 'steady']);
  await expect(status).toHaveText('Running');

  await make();
  await expectAnswer(fault, request);
  await list.clock.fastForward(20_000);
  for (const page of pages) await expectNotice(page, fault);
  await expect(list.getByRole('alert')).toContainText('The rows below are as of');
  await expect(detail.getByText(/^Shown as of .* ago · /)).toBeVisible();
  expect(await idsOf(list), 'the rows stay').toEqual(['busy', 'steady']);
  await expect(status).toHaveText('Running');

  await mend();
  await recover(list, detail, fault, emulator);
  await expect(status).toHaveText('Running');
  if (!fault.fromStart) return;

  await make();
  await Promise.all(pages.map((page) => page.reload()));
  for (const page of pages) await expectNotice(page, fault);
  await expect(table(list), 'a failure is not drawn as an empty list').toHaveCount(0);
  await expect(list.getByText('No operations in Production yet')).toHaveCount(0);
  await mend();
  await recover(list, detail, fault, emulator);
  await expect(status).toHaveText('Running');
  await expect.poll(() => idsOf(list)).toEqual(['busy', 'steady']);
}

async function expectAnswer({ answers }: Fault, request: APIRequestContext): Promise<void> {
  const answer = await request.get(API);
  expect(answer.status()).toBe(answers.status);
  if (answers.status !== 200) expect(await answer.json()).toMatchObject({ code: answers.code });
  if (answers.retryAfter) expect(answer.headers()['retry-after']).toBe(answers.retryAfter);
}

/** One notice, with the code and the words, what to do and what happens next. */
async function expectNotice(page: Page, fault: Fault): Promise<void> {
  const alert = page.getByRole('alert');
  await expect(alert).toContainText(fault.answers.code);
  await expect(alert).toHaveCount(1);
  await expect(alert).toContainText(fault.says);
  if (fault.answers.status !== 200) await expect(alert).toContainText('request_id');
  await expect(alert.getByRole('button', { name: 'Retry' })).toBeVisible();
  const { nextIn = 0 } = fault;
  if (nextIn === null) return;
  const announced = page.getByText(/next try (?:in \d+ s|now)|trying now|next (?:in |now)/i).last();
  await expect(announced).toBeVisible();
  if (nextIn > 0) await expect.poll(() => secondsIn(page)).toBeGreaterThanOrEqual(nextIn);
}

/** How many seconds a page says that it waits. */
async function secondsIn(page: Page): Promise<number> {
  const text = await page
    .getByText(/next (?:try )?in /i)
    .last()
    .innerText();
  const [, minutes = '0', seconds = '0'] = /in (?:(\d+) min ?)?(?:([\d.]+) s)?/i.exec(text) ?? [];
  return Number(minutes) * 60 + Number(seconds);
}

/** Nobody does anything, unless the token was refused: then one press of Retry is enough for all pages' sakes. */
async function recover(list: Page, detail: Page, fault: Fault, emulator: EmulatorControl): Promise<void> {
  if (fault.nextIn === null) {
    await emulator.forgetRequests();
    await list.clock.fastForward(600_000);
    expect(await emulator.requests(), 'nothing is asked any more').toEqual([]);
    for (const page of [list, detail]) await page.getByRole('button', { name: 'Retry' }).click();
  } else await list.clock.fastForward(LONG_MS);
  for (const page of [list, detail]) await expect(page.getByRole('alert')).toHaveCount(0);
}
