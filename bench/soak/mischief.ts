import type { Emulator } from '../../src/emulator/emulator.ts';
import type { FaultName } from '../../src/emulator/faults.ts';
import { between, integer, pick, type Random } from '../../src/emulator/random.ts';
import { regressed } from '../../src/emulator/render.ts';
import { matchEndpoint } from '../../src/toloka/endpoints.ts';
import type { Truth } from './truth.ts';

/** What goes wrong for a while. All but `regress` are faults of the emulator's own. */
const STORMS = [
  'error-500',
  'error-503-retry-after',
  'rate-limited',
  'rate-limited-retry-after',
  'cut-body',
  'malformed-json',
  'html',
  'html-502',
  'wrong-shape',
  'hangs',
  'slow',
  'regress',
] as const satisfies readonly (FaultName | 'regress')[];

type Storm = {
  readonly kind: (typeof STORMS)[number];
  /** Only these requests meet it; null for all. */
  readonly endpoint: 'list' | 'operation' | null;
  /** Of the requests that could meet it, the share that does. */
  readonly share: number;
  /** When it begins and ends, in ms of the emulator's clock. */
  readonly from: number;
  readonly to: number;
};

export type Mischief = {
  /** Answers in the emulator's place. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** No more of it from now on. */
  readonly end: () => void;
  /** How many requests there were, and how many met what. */
  readonly met: () => { readonly requests: number; readonly kinds: Readonly<Record<string, number>> };
};

type MischiefOptions = {
  readonly random: Random;
  /** Hears every answer as it would be without mischief, and what a lie claims: see `takeEndsBack`. */
  readonly truth: Truth;
  /** How many times as fast time runs: what the emulator waits for in real time is shortened by it. */
  readonly factor: number;
};

/** Makes an emulator misbehave at random, in storms with quiet in between. */
export function createMischief(emulator: Emulator, { random, truth, factor }: MischiefOptions): Mischief {
  const kinds: Record<string, number> = {};
  let requests = 0;
  let over = false;
  let storm = nextStorm(random, emulator.now());

  const hit = (kind: 'list' | 'operation' | 'log'): Storm['kind'] | null => {
    const now = emulator.now();
    while (now > storm.to) storm = nextStorm(random, storm.to);
    const meets = storm.endpoint === null || storm.endpoint === kind;
    if (over || !meets || now < storm.from || random() > storm.share) return null;
    return storm.kind;
  };

  return {
    async fetch(request) {
      const endpoint = matchEndpoint(new URL(request.url).pathname);
      const kind = endpoint && hit(endpoint.kind);
      requests += 1;
      if (kind) kinds[kind] = (kinds[kind] ?? 0) + 1;
      // Taken by this very request: the emulator looks for a fault before it waits for anything.
      if (kind && kind !== 'regress')
        emulator.setFaults([
          { fault: kind, times: 1, ms: 3000 / factor, retryAfter: String(integer(random, 1, 8)) },
        ]);
      const response = await emulator.fetch(request);
      const isTrue = kind === null || kind === 'slow' || kind === 'regress';
      if (!isTrue || endpoint?.kind === 'log') return response;
      const text = await response.text();
      if (!response.ok) return new Response(text, response);
      truth.record(JSON.parse(text));
      if (kind !== 'regress') return new Response(text, response);
      const lie = takeEndsBack(text);
      truth.record(JSON.parse(lie));
      return new Response(lie, response);
    },
    end: () => {
      over = true;
    },
    met: () => ({ requests, kinds }),
  };
}

function nextStorm(random: Random, after: number): Storm {
  const from = after + between(random, 2000, 30_000);
  return {
    kind: pick(random, STORMS),
    endpoint: pick(random, ['list', 'operation', null] as const),
    share: pick(random, [0.4, 0.8, 1]),
    from,
    to: from + between(random, 3000, 25_000),
  };
}

/**
 * An answer in which what has ended goes on again. Who has never heard of the end cannot see through it, so the state is
 * taken for one that was; a page that has shown the end must not take it back all the same (`createWatch`).
 */
function takeEndsBack(text: string): string {
  const answer = JSON.parse(text) as { readonly items?: readonly unknown[] };
  if (!answer.items) return regressed(text);
  const items: unknown[] = answer.items.map((item) => JSON.parse(regressed(JSON.stringify(item))) as unknown);
  return JSON.stringify({ ...answer, items });
}
