import type { Page } from 'playwright';
import { answerLogs, forVisit, makeLogBodies, type LogBody } from './log/bodies.ts';
import { NO_WORKERS, WATCH_LOG, type LogTimes, type ParseTimes } from './log/inPage.ts';
import { peakMemory, type MemoryPeak } from './log/memory.ts';
import { withOwnTime } from './log/ownTime.ts';
import { describeMachine, type BenchData, type BenchOptions, type BenchResult } from './result.ts';
import { setStage, type Stage } from './stage.ts';
import { formatSummary, formatTable, summarise } from './statistics.ts';

const SIZES = [1000, 10_000] as const;
/** With `--full`: it takes two minutes. */
const LARGEST = 100_000;
/** Counted runs of each measurement, after one that is not counted. */
const RUNS = 3;
/** Runs that look at memory: asking for it takes time, so they are not the ones that are timed. */
const MEMORY_RUNS = 2;

/** Where the log is read. */
type Place = 'worker' | 'page';

/**
 * The log: how soon the page of an operation that has just failed knows the first cause and the whole, against
 * `JSON.parse` of the same answer; how long the page's own thread is busy at a time; how much memory it takes; and the
 * same without the worker. `--full` reads a log of 100,000 items as well.
 */
export async function run({ full }: BenchOptions): Promise<BenchResult> {
  const bodies: LogBody[] = [];
  const stage = await setStage(answerLogs(bodies));
  try {
    bodies.push(...(await makeLogBodies(stage.emulator, full ? [...SIZES, LARGEST] : SIZES)));
    const times: string[][] = [];
    const tasks: string[][] = [];
    const memory: string[][] = [];
    const logs: BenchData[] = [];
    for (const body of bodies) {
      const worker = await timed(stage, body, 'worker');
      const page = await timed(stage, body, 'page');
      times.push(timeRow(body, worker, page));
      tasks.push(taskRow(body, worker, page));
      const peaks = await measured(stage, body);
      memory.push(memoryRow(body, peaks));
      logs.push({ items: body.items, bytes: body.bytes.length, worker, page, peaks });
    }
    const text = [
      `Log · ${describeMachine(stage.browser.version())} · median (least–most) of ${RUNS}`,
      '',
      formatTable([
        [
          'ms from asking',
          'first cause',
          'painted',
          'whole',
          'JSON.parse: whole',
          'without worker: first cause',
          'whole',
        ],
        ...times,
      ]),
      '',
      formatTable([
        [
          'ms of the page’s thread',
          'longest task',
          'own time',
          'JSON.parse',
          'without worker: longest task',
          'own time',
        ],
        ...tasks,
      ]),
      '',
      formatTable([
        [
          `MB at the peak (of ${MEMORY_RUNS})`,
          'body',
          'heap',
          'heap / body',
          'process',
          'JSON.parse: heap',
          'process',
        ],
        ...memory,
      ]),
      '',
      'A browser tells of tasks over 50 ms only: 0 means none. Own time is what the longest task takes when nothing else',
      'wants the processor: server, worker and page share this machine’s. JSON.parse is what a page would need that asks',
      'for the text and parses it.',
      '',
    ].join('\n');
    return { text, data: { logs } };
  } finally {
    await stage.close();
  }
}

type Timed = { readonly log: LogTimes; readonly ownTime: number; readonly parse: ParseTimes };

/** Reads a log and parses the same answer, now one first and now the other. */
async function timed(stage: Stage, every: LogBody, place: Place): Promise<Timed[]> {
  const found: Timed[] = [];
  for (let index = 0; index <= RUNS; index++) {
    const body = forVisit(every);
    const page = await openRunning(stage, body, place);
    const parse = () => page.evaluate<ParseTimes>(`logBench.parse('${pathOf(body)}', false)`);
    const before = index % 2 === 0 ? await parse() : null;
    await page.evaluate('logBench.begin()');
    const [log, ownTime] = await withOwnTime(stage.browser, page, () => {
      putOperation(stage, body, 'FAIL');
      return page.evaluate<LogTimes>('logBench.ended()');
    });
    const result = { log, ownTime, parse: before ?? (await parse()) };
    if (index > 0) found.push(result);
    await page.context().close();
  }
  return found;
}

type Measured = { readonly log: MemoryPeak; readonly parse: MemoryPeak };

async function measured(stage: Stage, every: LogBody): Promise<Measured[]> {
  const found: Measured[] = [];
  for (let index = 0; index < MEMORY_RUNS; index++) {
    const body = forVisit(every);
    const page = await openRunning(stage, body, 'worker');
    const log = await peakMemory(stage.browser, page, async () => {
      await page.evaluate('logBench.begin()');
      putOperation(stage, body, 'FAIL');
      await page.evaluate('logBench.ended()');
    });
    await page.context().close();
    const other = await openRunning(stage, body, 'worker');
    const parse = await peakMemory(stage.browser, other, async () => {
      await other.evaluate(`logBench.parse('${pathOf(body)}', true)`);
    });
    await other.context().close();
    found.push({ log, parse });
  }
  return found;
}

const pathOf = ({ id }: LogBody) => `/demo/api/v1/operations/${id}/log`;

/** The page of a batch that is still running, at rest. */
async function openRunning(stage: Stage, body: LogBody, place: Place): Promise<Page> {
  putOperation(stage, body, 'RUNNING');
  const context = await stage.browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(WATCH_LOG);
  if (place === 'page') await page.addInitScript(NO_WORKERS);
  await page.goto(`${stage.origin}/demo/operations/${body.id}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  return page;
}

function putOperation(stage: Stage, { id, items }: LogBody, status: 'RUNNING' | 'FAIL'): void {
  const now = stage.emulator.now();
  const time = (ms: number) => new Date(ms).toISOString().slice(0, 23);
  const failed = Math.round(items / 80);
  stage.emulator.put({
    id,
    type: 'TASK.BATCH_CREATE',
    status,
    submitted: time(now - 60_000),
    started: time(now - 59_000),
    progress: status === 'FAIL' ? 100 : 50,
    parameters: { skip_invalid_items: true },
    ...(status === 'FAIL' && {
      finished: time(now),
      details: {
        total_count: items,
        valid_count: items - failed,
        not_valid_count: failed,
        success_count: items - failed,
        failed_count: failed,
      },
    }),
  });
}

function timeRow(body: LogBody, worker: readonly Timed[], page: readonly Timed[]): string[] {
  return [
    nameOf(body),
    ms(worker, ({ log }) => log.firstCause),
    ms(worker, ({ log }) => log.firstPainted),
    ms(worker, ({ log }) => log.whole),
    ms([...worker, ...page], ({ parse }) => parse.text + parse.parse),
    ms(page, ({ log }) => log.firstCause),
    ms(page, ({ log }) => log.whole),
  ];
}

function taskRow(body: LogBody, worker: readonly Timed[], page: readonly Timed[]): string[] {
  return [
    nameOf(body),
    ms(worker, ({ log }) => log.longestTask),
    ms(worker, ({ ownTime }) => ownTime),
    ms([...worker, ...page], ({ parse }) => parse.parse),
    ms(page, ({ log }) => log.longestTask),
    ms(page, ({ ownTime }) => ownTime),
  ];
}

function memoryRow(body: LogBody, runs: readonly Measured[]): string[] {
  const size = body.bytes.length;
  return [
    nameOf(body),
    megabytes(size),
    mb(runs, ({ log }) => log.heap),
    (summarise(runs.map(({ log }) => log.heap)).median / size).toFixed(2),
    mb(runs, ({ log }) => log.resident),
    mb(runs, ({ parse }) => parse.heap),
    mb(runs, ({ parse }) => parse.resident),
  ];
}

const nameOf = ({ items }: LogBody) => `${items.toLocaleString('en')} items`;
const megabytes = (bytes: number) => (bytes / 1_000_000).toFixed(1);

function ms<Run>(runs: readonly Run[], of: (run: Run) => number | null): string {
  const known = runs.map(of).filter((value) => value !== null);
  return known.length === 0 ? '–' : formatSummary(summarise(known.map(Math.round)));
}

function mb<Run>(runs: readonly Run[], of: (run: Run) => number | null): string {
  const known = runs.map(of).filter((value) => value !== null);
  return known.length === 0 ? '–' : formatSummary(summarise(known.map((bytes) => bytes / 1_000_000)));
}
