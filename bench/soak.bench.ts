import { setTimeout as wait } from 'node:timers/promises';
import { chromium } from 'playwright';
import { LAUNCH_FLAGS, requireBrowser } from '../scripts/browser.mjs';
import { createEmulator, type Emulator } from '../src/emulator/emulator.ts';
import { between, createRandom, type Random } from '../src/emulator/random.ts';
import { serveEmulator } from '../src/emulator/serve.ts';
import { describeMachine, type BenchOptions, type BenchResult } from './result.ts';
import { describeSoak, verdictOf, type Sample, type Soaked } from './soak/findings.ts';
import { createMischief } from './soak/mischief.ts';
import { NO_COMPILERS, startServer } from './soak/serverProcess.ts';
import { goTo, openRow, openTab, type Tab } from './soak/tab.ts';
import { createTruth, createWatch } from './soak/truth.ts';

/** How long it is to seem, and how long it takes when nothing is said, in minutes. */
const SOAKED_MINUTES = 30;
const MINUTES = 0.75;
const FULL_MINUTES = 1.5;
/** How long the pages get to recover once nothing misbehaves any more, in ms of their time. */
const RECOVERY_MS = 180_000;

/**
 * A soak: half an hour of a list that stays open and of a tab that goes from operation to operation, through the built
 * server as a process of its own, before an emulator that misbehaves at random (`SOAK_SEED`). The time of pages, server
 * and emulator runs faster, so that it takes less than a minute, with `--full` a minute and a half, or as long as `--minutes` says. Does what page and server hold
 * stay flat, is every error handled, and was every state that was shown ever true?
 */
export async function run({ minutes, full }: BenchOptions): Promise<BenchResult> {
  const seed = Number(process.env['SOAK_SEED'] ?? 1);
  const realMs = (minutes ?? (full ? FULL_MINUTES : MINUTES)) * 60_000;
  const factor = Math.max(1, (SOAKED_MINUTES * 60_000) / realMs);
  const begun = Date.now();
  const emulator = createEmulator({
    now: () => begun + (Date.now() - begun) * factor,
    rateLimit: null,
    seed,
  });
  const truth = createTruth();
  const random = createRandom(seed);
  const mischief = createMischief(emulator, { random, truth, factor });
  const upstream = await serveEmulator(mischief, 0);
  const server = await startServer(upstream.origin, factor);
  const browser = await chromium.launch({
    executablePath: await requireBrowser(),
    args: [...LAUNCH_FLAGS, `--js-flags=${NO_COMPILERS.join(',')}`],
  });
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const list = `${server.origin}/production/operations`;
    const tabs = [
      await openTab(context, `${list}?submitted_gte=now-15m`, factor),
      await openTab(context, list, factor),
    ] as const;
    const watches = tabs.map(() => createWatch(truth));
    const wrong: string[] = [];
    const samples: Sample[] = [];
    let shown = 0;
    const lookAll = async () => {
      for (const [index, tab] of tabs.entries()) {
        const states = await tab.takeShown();
        shown += states.length;
        wrong.push(...(watches[index]?.look(states) ?? []));
      }
    };
    for (let round = 0; Date.now() - begun < realMs; round++) {
      await stroll(tabs[1], emulator, { random, round, factor });
      await lookAll();
      const [stays, goes, held] = [await tabs[0].held(), await tabs[1].held(), await server.held()];
      samples.push({ stays, goes, server: held });
    }
    mischief.end();
    const recovered = await recoveredAll(tabs, factor);
    await lookAll();
    const soaked: Soaked = {
      seed,
      factor,
      minutes: (Date.now() - begun) / 60_000,
      samples,
      met: mischief.met(),
      provoked: Object.fromEntries(tabs.flatMap(({ provoked }) => [...provoked])),
      errors: tabs.flatMap(({ errors }) => errors),
      complaints: server.complaints(),
      shown,
      known: truth.size(),
      wrong: [...new Set(wrong)],
      recovered,
    };
    const verdict = verdictOf(soaked);
    const text = describeSoak(soaked, verdict, describeMachine(browser.version()));
    return { text, data: { ...soaked, ...verdict } };
  } finally {
    await browser.close();
    await server.stop();
    await upstream.close();
  }
}

type Stroll = { readonly random: Random; readonly round: number; readonly factor: number };

/** One round of a person who watches: an operation, one still to be born now and then, and back to the list. */
async function stroll({ page }: Tab, emulator: Emulator, { random, round, factor }: Stroll): Promise<void> {
  const stay = (least: number, most: number) => wait(between(random, least, most) / factor);
  await openRow(page);
  await stay(10_000, 25_000);
  if (round % 3 === 2) {
    const id = `late-${round}`;
    bear(emulator, id);
    await goTo(page, `/production/operations/${id}`);
    await stay(25_000, 35_000);
  }
  await goTo(page, '/production/operations');
  await stay(8000, 15_000);
}

/** Puts an operation whose ID is known before the API knows it. */
function bear(emulator: Emulator, id: string): void {
  const operation = { id, type: 'POOL.OPEN', status: 'PENDING', submitted: '@now' };
  const steps = [
    { afterMs: 2000, status: 'RUNNING', started: '@now', progress: 0 },
    ...[10, 35, 60, 85].map((progress, index) => ({ afterMs: 4000 + index * 3000, progress })),
    { afterMs: 18_000, status: 'SUCCESS', progress: 100, finished: '@now' },
  ];
  emulator.put(operation, { steps, afterMs: 8000 });
}

/** Whether no page says any more that something failed, without a reload. */
async function recoveredAll(tabs: readonly Tab[], factor: number): Promise<boolean> {
  const until = Date.now() + RECOVERY_MS / factor;
  for (;;) {
    const alerts = await Promise.all(tabs.map(({ page }) => page.getByRole('alert').count()));
    if (alerts.every((count) => count === 0)) return true;
    if (Date.now() > until) return false;
    await wait(50);
  }
}
