import { setTimeout as wait } from 'node:timers/promises';
import { createEmulator, type Emulator } from '../src/emulator/emulator.ts';
import { MACHINE_ONLY } from '../src/server/config.ts';
import { listen } from '../src/server/listen.ts';
import { createApplication } from '../src/server/main.ts';
import { describeMachine, type BenchResult } from './result.ts';
import { openTab, type Tab } from './simulatedTab.ts';
import { formatSummary, formatTable, summarise, type Summary } from './statistics.ts';

const TABS = [1, 5, 20, 50, 200];
const ROUND_MS = 24_000;
/** How long the API takes to answer, in ms: what Toloka's takes from a near continent. */
const LATENCY_MS = 120;
/** The watched operation makes progress this often, ± a third, in ms. */
const CHANGE_MS = 3000;
const ID = 'bench';

type Round = { readonly tabs: number; readonly asked: number; readonly lags: Summary };

/** What the tabs look at. */
const KINDS = ['operation', 'list'] as const;

/**
 * Many viewers: what the tabs of one operation and of one list cost the API together, and how late they see a change.
 * Tabs are simulated with the app's own polling rule; proxy, sockets and time are real.
 */
export async function run(): Promise<BenchResult> {
  // All at the same time, each with a server of its own: nearly all of it is waiting.
  const rounds = await Promise.all(TABS.map((tabs) => Promise.all(KINDS.map((kind) => watch(kind, tabs)))));
  const sections = KINDS.map((kind, index) => {
    const of = rounds.flatMap((round) => round[index] ?? []);
    const [alone] = of;
    if (!alone) throw new RangeError('nothing was measured');
    const rows = of.map(({ tabs, asked, lags }) => [
      `${tabs}`,
      asked.toFixed(2),
      `× ${(asked / alone.asked).toFixed(2)}`,
      formatSummary(lags),
      (lags.median - alone.lags.median).toFixed(2),
    ]);
    const head = [`tabs on one ${kind}`, 'asked a second', 'of one tab', 'seen after, s', 'later, s'];
    return formatTable([head, ...rows]);
  });
  const text = [
    `Viewers · ${describeMachine()}`,
    `${ROUND_MS / 1000} s each, the API answers after ${LATENCY_MS} ms, a change every ${CHANGE_MS / 1000} s · median (least–most)`,
    '',
    sections.join('\n\n'),
    '',
    'Aim: 50 tabs ask at most × 2 of what one asks, and see a change at most 1 s later.',
    '',
  ].join('\n');
  const kinds = KINDS.map((kind, index) => ({ kind, rounds: rounds.flatMap((round) => round[index] ?? []) }));
  return { text, data: { seconds: ROUND_MS / 1000, kinds } };
}

async function watch(kind: (typeof KINDS)[number], count: number): Promise<Round> {
  const emulator = createEmulator({ rateLimit: null, size: 200, switches: { arrivals: false } });
  let asked = 0;
  const application = createApplication(
    { ...MACHINE_ONLY, environments: [{ kind: 'emulator', name: 'demo' }] },
    {
      emulator: {
        fetch: async (request) => {
          asked += 1;
          await wait(LATENCY_MS / 2);
          const answer = await emulator.fetch(request);
          await wait(LATENCY_MS / 2);
          return answer;
        },
      },
    },
  );
  const server = await listen((req, res) => application.handler(req, res, () => res.end()), '127.0.0.1', 0);
  const changes = new Map<number, number>();
  const change = progressOf(emulator, changes);
  change();
  const tabs: Tab[] = [];
  const path = kind === 'operation' ? `operations/${ID}` : 'operations?limit=50&sort=-submitted';
  for (let index = 0; index < count; index++) {
    tabs.push(
      openTab({ kind, id: ID, name: `tab ${index}`, url: `${server.url}/demo/api/v1/${path}`, changes }),
    );
    // People do not open their pages at the same moment.
    await wait(2000 / count);
  }
  asked = 0;
  for (const tab of tabs) tab.forget();
  const start = performance.now();
  while (performance.now() - start < ROUND_MS) {
    await wait(CHANGE_MS * (2 / 3 + (Math.random() * 2) / 3));
    change();
  }
  const seconds = (performance.now() - start) / 1000;
  const lags = tabs.flatMap((tab) => tab.close());
  const rate = asked / seconds;
  await server.close();
  await application.close();
  return { tabs: count, asked: rate, lags: summarise(lags.map((ms) => ms / 1000)) };
}

/** Puts the watched operation, one step further each time; when is written down. */
function progressOf(emulator: Emulator, changes: Map<number, number>): () => void {
  const submitted = new Date(emulator.now()).toISOString().slice(0, 23);
  return () => {
    const progress = changes.size + 1;
    emulator.put({ id: ID, type: 'POOL.OPEN', status: 'RUNNING', submitted, progress });
    changes.set(progress, performance.now());
  };
}
