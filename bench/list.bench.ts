import type { BrowserContext, Page } from 'playwright';
import { DEFAULT_QUERY } from '../src/toloka/listSearch.ts';
import { decodeOperationList } from '../src/toloka/operation.ts';
import { loadPage } from '../src/toloka/paging/loadPage.ts';
import { createServerTraits } from '../src/toloka/paging/serverTraits.ts';
import { formatBoundary } from '../src/toloka/place.ts';
import { WATCH, type Watched } from './inPage.ts';
import { describeMachine, type BenchResult } from './result.ts';
import { setStage, type Stage } from './stage.ts';
import { formatSummary, formatTable, summarise, type Summary } from './statistics.ts';

/** Counted runs of each measurement, after one that is not counted. */
const RUNS = 7;
const DEEP = 100;
/** Pages of 20, so that the emulator's 5,000 operations reach to page 100 and beyond. */
const ROWS_DEEP = 20;

/**
 * The list: what a page and a refresh cost in requests, near the top and deep down; how long an answer takes to become
 * rows; how many rows a refresh renders that changes one.
 */
export async function run(): Promise<BenchResult> {
  const stage = await setStage();
  try {
    const requests = [
      await requestRow(stage, 'page 1', ''),
      await requestRow(stage, `page ${DEEP}`, await deepView(stage)),
    ];
    const paints = [await paintRow(stage, 50), await paintRow(stage, 300), await refreshRow(stage)];
    const text = [
      `List · ${describeMachine(stage.browser.version())} · median (least–most) of ${RUNS}`,
      '',
      formatTable([
        ['requests for', 'a page', 'a refresh'],
        ...requests.map(({ name, page, refresh }) => [name, formatSummary(page), formatSummary(refresh)]),
      ]),
      '',
      formatTable([
        ['from answer (and code) to', 'painted rows, ms', 'all of them, ms', 'rows rendered'],
        ...paints.map(({ name, ...figures }) => [
          name,
          ...[figures.first, figures.ms, figures.rendered].map((figure) => formatSummary(figure)),
        ]),
      ]),
      '',
    ].join('\n');
    return { text, data: { requests, paints } };
  } finally {
    await stage.close();
  }
}

type Requests = { readonly name: string; readonly page: Summary; readonly refresh: Summary };
/** `first` is the first frame with rows, or with the change, `ms` the one with all of them. */
type Paints = {
  readonly name: string;
  readonly first: Summary;
  readonly ms: Summary;
  readonly rendered: Summary;
};

async function open(stage: Stage, view: string): Promise<{ context: BrowserContext; page: Page }> {
  const context = await stage.browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(WATCH);
  await page.goto(`${stage.origin}/demo/operations?${view}`);
  await page
    .getByRole('table', { name: 'Operations' })
    .getByRole('progressbar')
    .or(page.locator('tbody a'))
    .first()
    .waitFor();
  await nextFrame(page);
  return { context, page };
}

/** Until what was drawn has been painted, and taken down. */
async function nextFrame(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50))));
}

async function requestRow(stage: Stage, name: string, view: string): Promise<Requests> {
  const pages: number[] = [];
  const refreshes: number[] = [];
  for (let index = 0; index < RUNS; index++) {
    stage.takeRequests();
    const { context, page } = await open(stage, `${view}&updates=paused`);
    pages.push(stage.takeRequests());
    await refresh(page);
    refreshes.push(stage.takeRequests());
    await context.close();
  }
  return { name, page: summarise(pages), refresh: summarise(refreshes) };
}

/** The view of page 100, found as a person would: by going on from page to page. */
async function deepView(stage: Stage): Promise<string> {
  const traits = createServerTraits();
  const query = { ...DEFAULT_QUERY, limit: ROWS_DEEP };
  let place: Parameters<typeof loadPage>[0]['place'] = null;
  for (let index = 1; index < DEEP; index++) {
    const { next } = await loadPage({
      query,
      place,
      now: Date.now(),
      traits,
      ask: (search) => ask(stage, search),
    });
    if (!next) throw new Error(`the list ends on page ${index}`);
    place = { side: 'after', boundary: next };
  }
  return `limit=${ROWS_DEEP}&after=${place ? formatBoundary(place.boundary) : ''}`;
}

async function ask(stage: Stage, search: string) {
  const response = await fetch(`${stage.origin}/demo/api/v1/operations?${search}`);
  return decodeOperationList(await response.json());
}

async function paintRow(stage: Stage, rows: number): Promise<Paints> {
  const first: number[] = [];
  const times: number[] = [];
  const rendered: number[] = [];
  for (let index = 0; index <= RUNS; index++) {
    const { context, page } = await open(stage, `limit=${rows}&updates=paused`);
    // They come in portions, those in sight first.
    await page
      .locator('tbody a')
      .nth(rows - 1)
      .waitFor();
    await nextFrame(page);
    const seen = await watched(page);
    const paintOf = (count: number) => seen.paints.find(({ rendered }) => rendered >= count);
    const [some, all] = [paintOf(1), paintOf(rows)];
    // The first run warms the caches of the browser and the server.
    if (index > 0 && some && all && all.answered !== undefined) {
      first.push(some.painted - all.answered);
      times.push(all.painted - all.answered);
      rendered.push(seen.rendered);
    }
    await context.close();
  }
  return {
    name: `a first page of ${rows}`,
    first: summarise(first),
    ms: summarise(times),
    rendered: summarise(rendered),
  };
}

async function refreshRow(stage: Stage): Promise<Paints> {
  const times: number[] = [];
  const rendered: number[] = [];
  const submitted = new Date(stage.emulator.now() + 1000).toISOString().slice(0, 23);
  const operation = { id: 'bench', type: 'POOL.OPEN', status: 'RUNNING', submitted, progress: 1 };
  stage.emulator.put(operation);
  const { context, page } = await open(stage, 'updates=paused');
  for (let index = 0; index <= RUNS; index++) {
    stage.emulator.put({ ...operation, progress: 10 + index });
    const before = await watched(page);
    await refresh(page);
    await page
      .getByRole('progressbar', { name: 'Progress' })
      .and(page.locator(`[aria-valuenow="${10 + index}"]`))
      .waitFor();
    const after = await watched(page);
    const change = after.paints
      .slice(before.paints.length)
      .find(({ answered }) => (answered ?? 0) > (before.paints.at(-1)?.painted ?? 0));
    if (index > 0 && change?.answered !== undefined) {
      times.push(change.painted - change.answered);
      rendered.push(after.rendered - before.rendered);
    }
  }
  await context.close();
  return {
    name: 'a refresh that changes one of 50',
    first: summarise(times),
    ms: summarise(times),
    rendered: summarise(rendered),
  };
}

/** Refreshes by hand and waits until the answer is there and drawn. */
async function refresh(page: Page): Promise<void> {
  const answered = page.waitForResponse((response) => response.url().includes('/api/v1/operations'));
  await page.getByRole('button', { name: 'Refresh', exact: true }).click();
  await (await answered).finished();
  await page.getByText('Refreshing…').waitFor({ state: 'hidden' });
}

async function watched(page: Page): Promise<Pick<Watched, 'rendered' | 'paints'>> {
  return page.evaluate(() => {
    const { bench } = window as unknown as { bench: Watched };
    return { rendered: bench.rendered, paints: [...bench.paints] };
  });
}
