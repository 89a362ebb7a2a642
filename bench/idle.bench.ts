import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright';
import { measureHeld, type Held } from './idle/memory.ts';
import { AWAY_MS } from '../src/app/ui/presence.ts';
import { attend, BUSY, IDLE_PAGES, openIdlePage, putFive } from './idle/pages.ts';
import { readUsage, type Usage } from './idle/usage.ts';
import type { Watched } from './inPage.ts';
import { describeMachine, type BenchOptions, type BenchResult } from './result.ts';
import { setStage } from './stage.ts';
import { formatSummary, formatTable, summarise, type Summary } from './statistics.ts';

/** Counted windows, and how long all of them last together when nothing is said. */
const WINDOWS = 3;
const MINUTES = 0.5;
/** Until what is loaded when the page is idle is there, the code has warmed up, and tabs rest that nobody is at. In ms. */
const SETTLE_MS = AWAY_MS + 2000;
/** How often the operations of the busy page make progress, in ms: every poll brings news. */
const PROGRESS_MS = 2000;
const AIM_PERCENT = 1;

/**
 * Staying open: what a tab costs that polls a page of 50 with five running ones, with and without news, with and without
 * somebody at it, beside an empty tab: share of a core at normal speed, where it goes, and whether memory is given back. And
 * whether a poll without news runs any component but leaves; and what a tab holds after 50, 275 and 500 polls. `--minutes 60` measures a whole hour.
 */
export async function run({ minutes }: BenchOptions): Promise<BenchResult> {
  const stage = await setStage();
  for (const { type } of IDLE_PAGES) if (type !== null) putFive(stage, type, 10);
  let progress = 10;
  const timer = setInterval(() => putFive(stage, BUSY, (progress = 10 + ((progress + 1) % 80))), PROGRESS_MS);
  const pages: Page[] = [];
  const leave = attend(pages);
  try {
    for (const each of IDLE_PAGES) pages.push(await openIdlePage(stage, each));
    const watched = pages.at(-1);
    // While they come to rest, there is time for the tab whose timers run faster.
    const [polled] = await Promise.all([measureHeld(stage), wait(SETTLE_MS)]);
    const readAll = (collect: boolean) => Promise.all(pages.map((page) => readUsage(page, { collect })));
    const held = [await readAll(true)];
    const ranBefore = await ranOn(watched);
    // What the collection costs is not counted.
    const used = [await readAll(false)];
    for (let index = 0; index < WINDOWS; index++) {
      await wait(((minutes ?? MINUTES) * 60_000) / WINDOWS);
      used.push(await readAll(false));
    }
    const ran = await ranOn(watched);
    held.push(await readAll(true));
    await leave();
    const tabs = IDLE_PAGES.slice(0, -1).map(({ name }, index) => ({
      name,
      ...costOf(used.flatMap((each) => each[index] ?? [])),
      ...growthOf(held.flatMap((each) => each[index] ?? [])),
    }));
    const renders = {
      polls: ran.polls - ranBefore.polls,
      leaves: ran.ran - ran.ranWithOthers - (ranBefore.ran - ranBefore.ranWithOthers),
      others: ran.ranWithOthers - ranBefore.ranWithOthers,
      rows: ran.rendered - ranBefore.rendered,
    };
    const text = describe(tabs, { renders, polled }, [
      describeMachine(stage.browser.version()),
      minutes ?? MINUTES,
    ]);
    return { text, data: { minutes: minutes ?? MINUTES, aimPercent: AIM_PERCENT, tabs, renders, polled } };
  } finally {
    clearInterval(timer);
    // What failed before this is what is told.
    await leave().catch(() => {});
    await stage.close();
  }
}

/** Shares of a core in percent, over each window; what each second brought of layouts. */
type Cost = {
  readonly core: Summary;
  readonly main: Summary;
  readonly script: Summary;
  readonly style: Summary;
  readonly layout: Summary;
  readonly layoutsPerSecond: Summary;
};

function costOf(usages: readonly Usage[]): Cost {
  const rate = (of: (usage: Usage) => number) =>
    summarise(
      usages.slice(1).map((after, index) => {
        const before = usages[index] ?? after;
        return (of(after) - of(before)) / (after.at - before.at);
      }),
    );
  const percent = (of: (usage: Usage) => number) => rate((usage) => of(usage) * 100);
  return {
    core: percent(({ cpu }) => cpu),
    main: percent(({ tasks }) => tasks),
    script: percent(({ script }) => script),
    style: percent(({ style }) => style),
    layout: percent(({ layout }) => layout),
    layoutsPerSecond: rate(({ layouts }) => layouts * 1000),
  };
}

/** What a tab held at first, and how much more at the end: bytes, and numbers. */
type Growth = {
  readonly heap: number;
  readonly heapGrowth: number;
  readonly nodesGrowth: number;
  readonly listenersGrowth: number;
};

function growthOf([before, after]: readonly Usage[]): Growth {
  if (!before || !after) throw new RangeError('nothing was measured');
  return {
    heap: before.heap,
    heapGrowth: after.heap - before.heap,
    nodesGrowth: after.nodes - before.nodes,
    listenersGrowth: after.listeners - before.listeners,
  };
}

type Ran = Omit<Watched, 'paints'> & { readonly polls: number };

async function ranOn(page: Page | undefined): Promise<Ran> {
  if (!page) throw new RangeError('no page is watched');
  return page.evaluate(() => {
    const { bench } = window as unknown as { bench: Watched };
    const polls = performance.getEntriesByType('resource').filter(({ name }) => name.includes('/api/v1/'));
    return {
      rendered: bench.rendered,
      ran: bench.ran,
      ranWithOthers: bench.ranWithOthers,
      polls: polls.length,
    };
  });
}

type Renders = {
  readonly polls: number;
  readonly leaves: number;
  readonly others: number;
  readonly rows: number;
};

function describe(
  tabs: readonly (Cost & Growth & { readonly name: string })[],
  { renders: { polls, leaves, others, rows }, polled }: { renders: Renders; polled: readonly Held[] },
  [machine, minutes]: readonly [string, number],
): string {
  const share = ({ median, least, most }: Summary) => formatSummary({ median, least, most }, 2);
  const costs = tabs.map((tab) => [
    tab.name,
    ...[tab.core, tab.main, tab.script, tab.style, tab.layout].map(share),
    formatSummary(tab.layoutsPerSecond),
  ]);
  const kilobytes = (bytes: number) => `${Math.round(bytes / 1000)}`;
  const memory = tabs.map((tab) => [
    tab.name,
    kilobytes(tab.heap),
    kilobytes(tab.heapGrowth),
    `${tab.nodesGrowth}`,
    `${tab.listenersGrowth}`,
  ]);
  return [
    `Idle · ${machine}`,
    `${minutes} min, 50 rows, five of them running · median (least–most) of ${WINDOWS} windows`,
    '',
    formatTable([
      ['% of a core', 'process', 'main thread', 'script', 'style', 'layout', 'layouts a second'],
      ...costs,
    ]),
    '',
    formatTable([['after a collection', 'heap, kB', 'growth', 'DOM nodes', 'listeners'], ...memory]),
    '',
    formatTable([
      ['five make progress, polled', 'heap, kB', 'DOM nodes', 'listeners'],
      ...polled.map((held) => [
        `${held.polls} times`,
        kilobytes(held.heap),
        `${held.nodes}`,
        `${held.listeners}`,
      ]),
    ]),
    '',
    `${polls} polls without news ran ${rows} rows, ${others} other components that hold some, and ${leaves} leaves (the clocks tick without it).`,
    `Aim: under ${AIM_PERCENT} % of a core, nothing but leaves, memory given back.`,
    '',
  ].join('\n');
}
