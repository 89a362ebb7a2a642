import { createEmulator, type Emulator } from '../src/emulator/emulator.ts';
import { decodeOperationList, type Operation } from '../src/toloka/operation.ts';
import { describeMachine, type BenchResult } from './result.ts';
import { formatSummary, formatTable, summarise, type Summary } from './statistics.ts';

export const NEEDS_APP = false;

const SIZE = 100_000;
/** Counted rounds, after two that are not counted; each round asks every question once, in turn. */
const ROUNDS = 15;
const AIM_MS = 10;

/**
 * The emulator: processor time for an answer to every kind of list query over 100,000 operations, so that it never is
 * what another benchmark measures.
 */
export async function run(): Promise<BenchResult> {
  const started = process.cpuUsage();
  const emulator = createEmulator({ size: SIZE, days: 365, rateLimit: null });
  const made = cpuSince(started);
  const questions = await questionsAbout(emulator);
  const times = questions.map((): number[] => []);
  for (let round = -2; round < ROUNDS; round++) {
    for (const [index, [, search]] of questions.entries()) {
      const before = process.cpuUsage();
      await ask(emulator, search);
      if (round >= 0) times[index]?.push(cpuSince(before));
    }
  }
  const found = questions.map(([name, search], index) => ({
    name,
    search,
    ms: summarise(times[index] ?? []),
  }));
  return {
    text: describe(found, made),
    data: { operations: SIZE, madeMs: made, aimMs: AIM_MS, queries: found },
  };
}

type Found = { readonly name: string; readonly search: string; readonly ms: Summary };

function describe(found: readonly Found[], made: number): string {
  const slow = found.filter(({ ms }) => ms.median >= AIM_MS);
  return [
    `Emulator · ${describeMachine()}`,
    `${SIZE.toLocaleString('en')} operations, made in ${Math.round(made)} ms of CPU · median (least–most) of ${ROUNDS}`,
    '',
    formatTable([['list query', 'CPU, ms'], ...found.map(({ name, ms }) => [name, formatSummary(ms)])]),
    '',
    `Aim: under ${AIM_MS} ms at the median. ${slow.length === 0 ? 'Met by all.' : `Missed by: ${slow.map(({ name }) => name).join('; ')}.`}`,
    '',
  ].join('\n');
}

/** Every kind of question that the list's parameters allow, by name; the worst of its kind where there is a choice. */
async function questionsAbout(emulator: Emulator): Promise<readonly (readonly [string, string])[]> {
  const page = async (search: string) => decodeOperationList(JSON.parse(await ask(emulator, search))).items;
  const all = (await page('sort=submitted&limit=300')).map(timesOf);
  const deep = (await page(`sort=submitted&limit=1&submitted_gte=${daysAgo(emulator, 180)}`)).map(timesOf)[0];
  const ended = (await page('sort=finished&limit=300')).map(timesOf);
  const ids = (await page('sort=id&limit=300')).map(timesOf);
  const block = await largestBlock(page, emulator);
  const first = all[0];
  const lastId = ids.at(-1)?.id ?? '';
  if (!first || !deep || !block) throw new RangeError('the emulator holds no operations');
  const sorts = [
    'submitted',
    '-submitted',
    'finished',
    '-finished',
    'id',
    '-id',
    '-submitted,-id',
    'finished,id',
  ];
  const tight = `submitted_gte=${first.submitted}&submitted_lte=${all[60]?.submitted}`;
  const tightEnd = `finished_gte=${ended[0]?.finished}&finished_lte=${ended[60]?.finished}`;
  const half = daysAgo(emulator, 180);
  return [
    ...sorts.map((sort) => [`sort ${sort}`, `sort=${sort}`] as const),
    ['a page of 300', 'sort=-submitted&limit=300'],
    ['deep down, by submitted', `sort=-submitted,-id&submitted_lte=${deep.submitted}`],
    ['deep down, by id', `sort=id&id_gt=${deep.id}`],
    ['a common type', 'sort=-submitted&type=TASK_SUITE.BATCH_CREATE'],
    ['a rare type', 'sort=-submitted&type=TRAINING.ARCHIVE&limit=300'],
    ['a rare type, by id', 'sort=id&type=TRAINING.ARCHIVE&limit=300'],
    ['a type that is not there', 'sort=-submitted&type=PSEUDO.PSEUDO'],
    ...['PENDING', 'RUNNING', 'SUCCESS', 'FAIL'].map(
      (status) => [`status ${status}`, `sort=-submitted&status=${status}`] as const,
    ),
    ['status RUNNING, by id', 'sort=id&status=RUNNING'],
    ['a rare type that failed', 'sort=-finished&type=TRAINING.ARCHIVE&status=FAIL&limit=300'],
    ['few by submitted, sorted by id', `sort=id&${tight}`],
    ['few by submitted, sorted by finished', `sort=-finished&${tight}`],
    ['few by finished, sorted by submitted', `sort=-submitted&${tightEnd}`],
    ['few by id, sorted by submitted', `sort=-submitted&id_lte=${lastId}`],
    ['half by submitted, sorted by id', `sort=id&submitted_lt=${half}`],
    ['half by finished, sorted by submitted', `sort=-submitted&finished_lt=${half}`],
    ['half by finished, longest ago submitted first', `sort=submitted&finished_gt=${half}`],
    ['half by finished, a rare type, by id', `sort=-id&finished_lt=${half}&type=TRAINING.ARCHIVE&limit=300`],
    ['half by id, sorted by finished', `sort=finished&id_gt=${deep.id}`],
    ['nothing between two bounds', `sort=-id&submitted_gt=${half}&finished_lt=${half}`],
    ['a block of ties', `sort=-submitted&submitted_gte=${block}&submitted_lte=${block}&limit=300`],
    ['a block of ties, by id', `sort=-submitted,id&submitted_lte=${block}&limit=300`],
    [
      'a block of ties, beyond an id',
      `sort=-submitted,id&submitted_gte=${block}&submitted_lte=${block}&id_gt=8`,
    ],
  ];
}

type Times = { readonly id: string; readonly submitted: string; readonly finished: string };

function timesOf({ id, submitted, finished }: Operation): Times {
  return { id, submitted: submitted ?? '', finished: finished ?? '' };
}

/** The `submitted` that the most operations share: the block of 700 that `history` makes, and its like. */
async function largestBlock(page: (search: string) => Promise<readonly Operation[]>, emulator: Emulator) {
  // It lies where 15 % of all days have passed, to the second (src/emulator/history.ts).
  for (let from = 53; from < 57; from++) {
    const range = `submitted_gte=${daysAgo(emulator, from + 1)}&submitted_lt=${daysAgo(emulator, from)}`;
    const rows = await page(`sort=submitted&type=TASK_SUITE.BATCH_CREATE&limit=300&${range}`);
    const counts = new Map<string | null, number>();
    for (const { submitted } of rows) counts.set(submitted, (counts.get(submitted) ?? 0) + 1);
    const [largest] = [...counts].sort(([, a], [, b]) => b - a);
    if (largest && largest[1] > 100) return largest[0];
  }
  return null;
}

function daysAgo(emulator: Emulator, days: number): string {
  return new Date(emulator.now() - days * 86_400_000).toISOString().slice(0, 23);
}

async function ask(emulator: Emulator, search: string): Promise<string> {
  const headers = { authorization: 'OAuth demo' };
  const response = await emulator.fetch(
    new Request(`http://emulator/api/v1/operations?${search}`, { headers }),
  );
  const text = await response.text();
  if (!response.ok) throw new Error(`${search} → ${response.status} ${text}`);
  return text;
}

function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
