import { buildFloor } from './load/pages.ts';
import { visit, type Visit } from './load/visit.ts';
import { describeMachine, type BenchResult } from './result.ts';
import { setStage, type Stage } from './stage.ts';
import { formatSummary, formatTable, summarise } from './statistics.ts';

/** Counted rounds, after one that is not counted. Each round visits every page once, in turn. */
const ROUNDS = 7;

/** One page, by the names of its visits: the second one is that of a browser which has been there. */
type Case = { readonly names: readonly string[]; readonly open: () => Promise<readonly Visit[]> };

const FIGURES: readonly (readonly [string, (visit: Visit) => number | null])[] = [
  ['JS kB', ({ js }) => js / 1000],
  ['CSS kB', ({ css }) => css / 1000],
  ['requests', ({ requests }) => requests],
  ['first paint ms', ({ firstPaint }) => firstPaint],
  ['first row ms', ({ firstRow }) => firstRow],
  ['blocked ms', ({ blocked }) => blocked],
  ['heap MB', ({ heap }) => heap / 1e6],
  ['shift', ({ shift }) => shift],
];

/**
 * From an address to the first row, on a slow laptop (4 × CPU slow-down, 10 Mbit/s, 40 ms), beside a bare page of the
 * same libraries, interleaved.
 */
export async function run(): Promise<BenchResult> {
  const stage = await setStage();
  const floor = buildFloor();
  try {
    const cases = await casesOn(stage, floor.directory);
    const names = cases.flatMap((each) => each.names);
    const visits = names.map((): Visit[] => []);
    for (let round = 0; round <= ROUNDS; round++) {
      const seen: Visit[] = [];
      for (const { open } of cases) seen.push(...(await open()));
      if (round > 0) for (const [index, each] of seen.entries()) visits[index]?.push(each);
    }
    const rows = names.map((name, index) => [name, ...figures(visits[index] ?? [])]);
    const [base = [], own = []] = visits;
    const text = [
      `Load · ${describeMachine(stage.browser.version())} · median (least–most) of ${ROUNDS}, cold cache unless warm`,
      '',
      formatTable([['page', ...FIGURES.map(([label]) => label)], ...rows]),
      '',
      `List ÷ floor: ${FIGURES.slice(0, -1)
        .map(([label, read]) => `${label} ${ratio(own, base, read)}`)
        .join(' · ')}`,
      '',
    ].join('\n');
    const pages = names.map((name, index) => ({ name, ...dataOf(visits[index] ?? []) }));
    return { text, data: { rounds: ROUNDS, pages } };
  } finally {
    floor.remove();
    await stage.close();
  }
}

async function casesOn(stage: Stage, floorDirectory: string): Promise<readonly Case[]> {
  const floor = await stage.serve(floorDirectory);
  const { browser, origin } = stage;
  const list = '/demo/operations';
  const [operation] = await stage.list();
  const detail = `${list}/${operation}`;
  return [
    { names: ['floor'], open: () => visit(browser, floor + list) },
    { names: ['list', 'list, warm'], open: () => visit(browser, origin + list, { times: 2 }) },
    {
      names: ['detail', 'detail, warm'],
      open: () => visit(browser, origin + detail, { times: 2, wanted: DETAIL }),
    },
  ];
}

const DETAIL = '[role="status"][aria-label="Operation status"]';

function figures(visits: readonly Visit[]): string[] {
  return FIGURES.map(([label, read]) => {
    const values = visits.flatMap((each) => read(each) ?? []);
    if (values.length === 0) return '–';
    return label === 'shift' ? summarise(values).most.toFixed(3) : formatSummary(summarise(values));
  });
}

function dataOf(visits: readonly Visit[]) {
  return Object.fromEntries(
    FIGURES.map(([label, read]) => {
      const values = visits.flatMap((each) => read(each) ?? []);
      return [label, values.length === 0 ? null : summarise(values)];
    }),
  );
}

function ratio(own: readonly Visit[], base: readonly Visit[], read: (visit: Visit) => number | null): string {
  const median = (visits: readonly Visit[]) => summarise(visits.flatMap((each) => read(each) ?? [])).median;
  const floor = median(base);
  return floor === 0 ? '–' : (median(own) / floor).toFixed(2);
}
