import { Agent, createServer, get, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { whyNoCpu } from './processes.ts';
import { bareForwarding, fullPolicy, nginx, type Rival } from './proxyRivals.ts';
import { describeMachine, type BenchOptions, type BenchResult } from './result.ts';
import { formatSummary, formatTable, summarise } from './statistics.ts';

/** Far below the proxy's own limits, and what fifty busy tabs ask together. */
const PER_SECOND = 50;
/** With `--full` twice as many. */
const ROUNDS = 3;
const ROUND_MS = 2500;
const WARM_UP_MS = 2000;
const FIRST_PORT = 7720;

/** What is measured: a rival and what it is asked. */
type Entry = {
  readonly name: string;
  readonly rival: Rival | null;
  readonly origin: string;
  readonly path: () => string;
};
type Sample = { readonly p50: number; readonly cpu: number | null };

let asked = 0;
const agent = new Agent({ keepAlive: true });

/**
 * The proxy: CPU per request and added time of the full policy against bare node:http forwarding and nginx, in the same
 * run and in turns. The upstream answers 50 operations, 20 kB.
 */
export async function run({ full: thorough }: BenchOptions): Promise<BenchResult> {
  const rounds = thorough ? 2 * ROUNDS : ROUNDS;
  const upstream = await serveOperations();
  const origin = `http://127.0.0.1:${(upstream.address() as AddressInfo).port}`;
  const bare = await bareForwarding(origin, FIRST_PORT);
  const full = await fullPolicy(origin, FIRST_PORT + 1);
  const other = await nginx(origin, FIRST_PORT + 2);
  const distinct = () => `/production/api/v1/operations?limit=50&id_gt=${asked++}`;
  const entries: Entry[] = [
    { name: 'no proxy', rival: null, origin, path: () => `/api/v1/operations?id_gt=${asked++}` },
    { name: 'bare node:http', rival: bare, origin: bare.origin, path: distinct },
    ...(other ? [{ name: 'nginx', rival: other, origin: other.origin, path: distinct }] : []),
    { name: 'full policy', rival: full, origin: full.origin, path: distinct },
    {
      name: 'full policy, same question',
      rival: full,
      origin: full.origin,
      path: () => '/production/api/v1/operations?limit=50',
    },
  ];
  try {
    for (const entry of entries) await ask(entry, WARM_UP_MS);
    const samples = new Map<string, Sample[]>(entries.map(({ name }) => [name, []]));
    for (let round = 0; round < rounds; round++) {
      // In another order each time, so that none always comes after the same neighbour.
      for (let turn = 0; turn < entries.length; turn++) {
        const entry = entries[(round + turn) % entries.length];
        if (entry) samples.get(entry.name)?.push(await ask(entry, ROUND_MS));
      }
    }
    return describe(samples, other === null);
  } finally {
    for (const rival of [bare, full, other]) rival?.close();
    upstream.close();
    upstream.closeAllConnections();
    agent.destroy();
  }
}

/** Asks at the steady rate for a while, however long the answers take. */
async function ask({ origin, path, rival }: Entry, ms: number): Promise<Sample> {
  const noCpu = whyNoCpu();
  const before = noCpu || !rival ? 0 : rival.cpu();
  const times: Promise<number>[] = [];
  const start = performance.now();
  const count = Math.round((ms / 1000) * PER_SECOND);
  for (let index = 0; index < count; index++) {
    await wait(Math.max(0, start + (index * 1000) / PER_SECOND - performance.now()));
    times.push(timed(origin + path()));
  }
  const all = await Promise.all(times);
  const cpu = noCpu || !rival ? null : (rival.cpu() - before) / count;
  return { p50: summarise(all).median, cpu };
}

/** How long one question takes, to the last byte, in ms. */
function timed(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    get(url, { agent }, (response) => {
      response.resume();
      if (response.statusCode !== 200) reject(new Error(`${url} → ${response.statusCode}`));
      response.on('end', () => resolve(performance.now() - start));
    }).on('error', reject);
  });
}

function describe(samples: ReadonlyMap<string, readonly Sample[]>, withoutNginx: boolean): BenchResult {
  const rounds = Math.max(...[...samples.values()].map(({ length }) => length));
  const median = (name: string, of: (sample: Sample) => number | null) => {
    const values = (samples.get(name) ?? []).flatMap((sample) => of(sample) ?? []);
    return values.length > 0 ? summarise(values) : null;
  };
  const direct = median('no proxy', ({ p50 }) => p50)?.median ?? 0;
  const bareCpu = median('bare node:http', ({ cpu }) => cpu)?.median;
  const rows = [...samples.keys()].map((name) => {
    const p50 = median(name, (sample) => sample.p50);
    const cpu = median(name, (sample) => sample.cpu);
    return [
      name,
      p50 ? formatSummary(p50) : '–',
      p50 && name !== 'no proxy' ? (p50.median - direct).toFixed(2) : '–',
      cpu ? formatSummary(cpu) : '–',
      cpu && bareCpu ? `× ${(cpu.median / bareCpu).toFixed(2)}` : '–',
    ];
  });
  const notes = [
    'Aim: the full policy at most × 2 of bare node:http, and at most 2 ms added.',
    ...(withoutNginx ? ['nginx is not installed here, so it was left out.'] : []),
    ...(whyNoCpu() ? [`${whyNoCpu()}.`] : []),
  ];
  const text = [
    `Proxy · ${describeMachine()}`,
    `${PER_SECOND} requests a second, 50 operations each · median (least–most) of ${rounds} rounds of ${ROUND_MS / 1000} s, in turns`,
    '',
    formatTable([['', 'p50, ms', 'added, ms', 'CPU, µs per request', 'of bare'], ...rows]),
    '',
    ...notes,
    '',
  ].join('\n');
  const rivals = [...samples.keys()].map((name) => ({
    name,
    p50Ms: median(name, ({ p50 }) => p50),
    cpuUs: median(name, ({ cpu }) => cpu),
  }));
  return { text, data: { perSecond: PER_SECOND, rounds, rivals } };
}

/** An upstream that answers every question with the same 50 operations, gzipped when that is asked for. */
async function serveOperations(): Promise<Server> {
  const operation = {
    type: 'TASK.BATCH_CREATE',
    status: 'RUNNING',
    submitted: '2026-01-02T03:04:05.678',
    started: '2026-01-02T03:04:06.789',
    progress: 42,
    parameters: { skip_invalid_items: false, allow_defaults: true, open_pool: false },
    details: {
      total_count: 1000,
      valid_count: 990,
      not_valid_count: 10,
      success_count: 420,
      failed_count: 0,
    },
  };
  const items = Array.from({ length: 50 }, (_, index) => ({ id: `operation-${index}`, ...operation }));
  const body = JSON.stringify({ items, has_more: true });
  const server = createServer((_, res) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    res.writeHead(200, headers).end(body);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return server;
}
