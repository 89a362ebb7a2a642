import { Agent, get } from 'node:http';
import { LIST_PACE, listInterval, operationInterval, type Polled } from '../src/app/api/polling.ts';

/** A tab that polls as the app does. */
export type Tab = {
  /** Forgets what it has seen so far. */
  readonly forget: () => void;
  /** Stops polling; gives how long after each change it was seen, in ms. */
  readonly close: () => readonly number[];
};

type TabOptions = {
  readonly kind: 'operation' | 'list' | 'list in step';
  /** The operation whose progress is watched. */
  readonly id: string;
  /** Another for each tab: its intervals are spread by it. */
  readonly name: string;
  readonly url: string;
  /** When each progress came to be (`performance.now`). */
  readonly changes: ReadonlyMap<number, number>;
};

/** How far apart the tabs of one list ask when they ask in step, in ms. */
const IN_STEP_MS = 500;

/**
 * The wait of a list in step, in ms: until shortly after the next full five seconds of the server's clock. Tabs that do
 * so ask at the same time, and what is asked at the same time is asked once; tabs that each count from their own answer
 * spread out until there is one for every second.
 */
function inStep(answer: Answer, name: string): number {
  const { liveMs } = LIST_PACE;
  const left = liveMs - (answer.fetchedAt % liveMs);
  // Never sooner than half a round: the first answer came at any moment.
  const wait = left > liveMs / 2 ? left : left + liveMs;
  return wait - answer.age + ((name.length * 7919 + Number(name.replace(/\D/g, '')) * 104_729) % IN_STEP_MS);
}

/** Opens a tab: it asks at once, and from then on at the intervals of the app's polling rule. */
export function openTab({ kind, id, name, url, changes }: TabOptions): Tab {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const state = {
    data: undefined as string | undefined,
    error: null,
    errorUpdatedAt: 0,
    status: 'success' as const,
    dataUpdateCount: 0,
    errorUpdateCount: 0,
  };
  // One object for as long as the tab lives, as react-query's are: the rule remembers by it.
  const polled: Polled = { queryHash: name, state };
  let lags: number[] = [];
  let last = 0;
  let timer: NodeJS.Timeout | undefined;
  let open = true;

  const poll = async () => {
    const answer = await read(url, agent).catch((error: unknown) => {
      // Closing the tab ends what it asks.
      if (open) throw error;
      return null;
    });
    if (!open || answer === null) return;
    const progress = progressOf(answer.text, id);
    for (let change = Math.max(last, 1); change <= progress; change++) {
      if (change > last) lags.push(performance.now() - (changes.get(change) ?? 0));
    }
    last = progress;
    state.data = answer.text;
    state.dataUpdateCount += 1;
    const ms = intervalOf(answer);
    if (ms !== false) timer = setTimeout(() => void poll(), ms);
  };
  const intervalOf = (answer: Answer) => {
    if (kind === 'operation') return operationInterval(polled, false);
    return kind === 'list' ? listInterval(polled, true) : inStep(answer, name);
  };
  void poll();

  return {
    forget() {
      lags = [];
    },
    close() {
      open = false;
      clearTimeout(timer);
      agent.destroy();
      return lags;
    },
  };
}

function progressOf(text: string, id: string): number {
  const body = JSON.parse(text) as { items?: { id: string; progress?: number }[]; progress?: number };
  const operation = body.items ? body.items.find((item) => item.id === id) : body;
  return operation?.progress ?? 0;
}

/** An answer; when it was true by the server's clock (epoch ms), and how long ago that was, in ms. */
type Answer = { readonly text: string; readonly fetchedAt: number; readonly age: number };

function read(url: string, agent: Agent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      let text = '';
      response.on('data', (chunk) => (text += String(chunk)));
      response.on('end', () => {
        const fetchedAt = Date.parse(String(response.headers['x-fetched-at']));
        resolve({ text, fetchedAt, age: Number(response.headers['x-age-ms']) });
      });
    }).on('error', reject);
  });
}
