import type { Page } from 'playwright';
import { CONTROLS } from './interactions/controls.ts';
import { EVENT_TIMING, LEAST_MS } from './interactions/eventTiming.ts';
import { scroll, type Scrolled } from './interactions/scroll.ts';
import { tour, type Taken } from './interactions/tour.ts';
import { measureWay, type Way } from './interactions/ways.ts';
import { buildFloor } from './load/pages.ts';
import { describeMachine, type BenchOptions, type BenchResult } from './result.ts';
import { setStage, type Stage } from './stage.ts';
import { formatSummary, formatTable, summarise, type Summary } from './statistics.ts';

/** Tours of each page when nothing is said; ways to a detail page and back. */
const RUNS = 1;
const WAYS = 3;
const SLOW_DOWN = 4;
const AIM_MS = 100;
const ROWS = 300;
/** Controls that are shown in the table, the slowest ones; all are in the figures. */
const SHOWN = 25;
const SETTLE_MS = 1500;
/** A list with all of its rows, an operation with its facts: before, a tour would meet the header's controls alone. */
const LIST = 'table[aria-busy="false"]';
const DETAIL = '[role="status"][aria-label="Operation status"]';
/** What an operation's page begins with, its name; the list's own has no parts. */
const HEAD = 'h1 > span';
/** The same of the floor (see `bench/floor`). */
const FLOOR_LIST = 'tbody tr';
const FLOOR_DETAIL = 'h1';
const BARE = 'bare page';

/**
 * After the first row, on a slow laptop (4 × CPU slow-down; the last two at full speed as well): how long each control of the
 * list and of an operation's page takes from the event to the next paint, and a row's way to its page and back, both beside
 * those of a bare page, and how evenly a page of 300 rows scrolls. `--runs <n>` tours that often, `--full` uses every control
 * of every panel.
 */
export async function run({ runs, full }: BenchOptions): Promise<BenchResult> {
  const stage = await setStage();
  const floor = buildFloor();
  try {
    const [operation = ''] = await stage.list();
    const list = `${stage.origin}/demo/operations`;
    const floorList = `${await stage.serve(floor.directory)}/demo/operations`;
    const pages = [
      { name: 'list', open: (page: Page) => settle(page, list) },
      { name: 'operation', open: (page: Page) => settle(page, `${list}/${operation}`) },
      // What it takes here tells how slow the machine is.
      { name: BARE, open: (page: Page) => openFloor(page, floorList) },
    ];
    const tours: { page: string; taken: Taken[] }[] = [];
    for (let index = 0; index < (runs ?? RUNS); index++)
      for (const { name, open } of pages) tours.push({ page: name, taken: await tourOf(stage, open, full) });
    const controls = pages.flatMap(({ name }) =>
      byControl(
        tours.filter(({ page }) => page === name).flatMap(({ taken }) => taken),
        name,
      ),
    );
    const ways = [
      ...(await waysOn(stage, [list, floorList], 1)),
      ...(await waysOn(stage, [list, floorList], SLOW_DOWN)),
    ];
    const scrolls = [
      await scrolled(stage, `${list}?limit=${ROWS}`, 1),
      await scrolled(stage, `${list}?limit=${ROWS}`, SLOW_DOWN),
    ];
    const text = describe(stage, controls, ways, scrolls, runs ?? RUNS);
    return { text, data: { aimMs: AIM_MS, leastMs: LEAST_MS, controls, ways, scrolls } };
  } finally {
    floor.remove();
    await stage.close();
  }
}

type Measured = { readonly page: string; readonly name: string; readonly ms: Summary };

async function slowPage(stage: Stage, rate: number): Promise<Page> {
  const context = await stage.browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addInitScript(EVENT_TIMING);
  await context.addInitScript(CONTROLS);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  return page;
}

async function settle(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator(`${LIST}, ${DETAIL}`).first().waitFor();
  // Until what is fetched when the page is idle has come: what a click has to fetch is the line's time.
  await page.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), SETTLE_MS);
}

/** The floor fetches nothing when it is idle. */
async function openFloor(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator(FLOOR_LIST).first().waitFor();
}

async function tourOf(stage: Stage, open: (page: Page) => Promise<void>, all: boolean): Promise<Taken[]> {
  const page = await slowPage(stage, SLOW_DOWN);
  try {
    return await tour(page, () => open(page), { all });
  } finally {
    await page.context().close();
  }
}

function byControl(taken: readonly Taken[], page: string): Measured[] {
  const names = [...new Set(taken.map(({ name }) => name))];
  return names
    .map((name) => ({
      page,
      name,
      ms: summarise(taken.filter((each) => each.name === name).map(({ ms }) => ms)),
    }))
    .sort((a, b) => b.ms.most - a.ms.most);
}

type Ways = { readonly [Figure in keyof Way]: Summary } & { readonly on: string; readonly rate: number };

async function waysOn(stage: Stage, [own, floor]: readonly [string, string], rate: number): Promise<Ways[]> {
  const pages = [
    { on: 'own', open: (page: Page) => settle(page, own), detail: HEAD },
    { on: 'bare', open: (page: Page) => openFloor(page, floor), detail: FLOOR_DETAIL },
  ].map((each) => ({ ...each, ways: new Array<Way>() }));
  for (let index = 0; index < WAYS; index++)
    for (const { open, detail, ways } of pages) {
      const page = await slowPage(stage, rate);
      await open(page);
      ways.push(await measureWay(page, stage, detail));
      await page.context().close();
    }
  return pages.map(({ on, ways }) => {
    const of = (figure: keyof Way) => summarise(ways.map((way) => way[figure]));
    return {
      on,
      rate,
      toDetail: of('toDetail'),
      frames: of('frames'),
      back: of('back'),
      requests: of('requests'),
      rows: of('rows'),
    };
  });
}

async function scrolled(stage: Stage, url: string, rate: number): Promise<Scrolled & { rate: number }> {
  const page = await slowPage(stage, rate);
  try {
    await settle(page, url);
    // The first time the browser paints what it has not painted yet, as for a person.
    return { rate, ...(await scroll(page)) };
  } finally {
    await page.context().close();
  }
}

function describe(
  stage: Stage,
  controls: readonly Measured[],
  ways: readonly Ways[],
  scrolls: readonly (Scrolled & { readonly rate: number })[],
  runs: number,
): string {
  const own = controls.filter(({ page }) => page !== BARE);
  const over = own.filter(({ ms }) => ms.median > AIM_MS);
  const all = summarise(own.map(({ ms }) => ms.median));
  const bare = controls.filter(({ page }) => page === BARE);
  return [
    `Interactions · ${describeMachine(stage.browser.version())} · ${SLOW_DOWN} × slow-down · median (least–most) of ${runs}`,
    '',
    formatTable([
      ['page', 'control', 'ms to the next paint'],
      ...[...own.slice(0, SHOWN), ...bare].map(({ page, name, ms }) => [page, name, formatSummary(ms)]),
    ]),
    '',
    `${own.length} controls: median ${all.median} ms, worst ${all.most} ms; ${over.length} over ${AIM_MS} ms. The bare page’s own ${bare.length}, so how slow the machine is: worst ${Math.max(...bare.map(({ ms }) => ms.median))} ms.`,
    `What takes less than ${LEAST_MS} ms counts as ${LEAST_MS}.`,
    '',
    formatTable([
      ['a row’s way', 'to its head, ms', 'in frame', 'Back, ms', 'requests', 'rows'],
      ...ways.map(({ on, rate, toDetail, frames, back, requests, rows }) => [
        `${on === 'own' ? 'list' : BARE}, ${rate} × slow-down`,
        ...[toDetail, frames, back].map((each) => formatSummary(each)),
        // The bare page asks for the operation and again for the list: which of that comes before the frame is chance.
        on === 'own' ? formatSummary(requests) : '',
        formatSummary(rows),
      ]),
    ]),
    '',
    formatTable([
      [`scrolling ${ROWS} rows`, 'frames', 'not shown', 'not whole', 'of the script', 'late', 'worst, ms'],
      ...scrolls.map(({ rate, expected, dropped, incomplete, scripted, late, worst }) => [
        `${rate} × slow-down`,
        ...[expected, dropped, incomplete, scripted, late].map(String),
        worst.toFixed(1),
      ]),
    ]),
    'Frames, those not shown and those not whole: the browser’s own count, of what is seen. Its script has no part in that.',
    '',
  ].join('\n');
}
