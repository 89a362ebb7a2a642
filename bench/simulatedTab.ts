import { Agent, get } from 'node:http';
import { operationInterval } from '../src/app/api/operationPolling.ts';
import { listInterval, type Polled } from '../src/app/api/polling.ts';

/** A tab that polls as the app does. */
export type Tab = {
  /** Forgets what it has seen so far. */
  readonly forget: () => void;
  /** Stops polling; gives how long after each change it was seen, in ms. */
  readonly close: () => readonly number[];
};

type TabOptions = {
  readonly kind: 'operation' | 'list';
  /** The operation whose progress is watched. */
  readonly id: string;
  /** Another for each tab: its intervals are spread by it. */
  readonly name: string;
  readonly url: string;
  /** When each progress came to be (`performance.now`). */
  readonly changes: ReadonlyMap<number, number>;
};

/** Opens a tab: it asks at once, and from then on at the intervals of the app's polling rule. */
export function openTab({ kind, id, name, url, changes }: TabOptions): Tab {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const state = {
    data: undefined as string | undefined,
    error: null,
    errorUpdatedAt: 0,
    dataUpdatedAt: 0,
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
    const progress = progressOf(answer, id);
    for (let change = Math.max(last, 1); change <= progress; change++) {
      if (change > last) lags.push(performance.now() - (changes.get(change) ?? 0));
    }
    last = progress;
    state.data = answer;
    state.dataUpdatedAt = Date.now();
    state.dataUpdateCount += 1;
    const ms = kind === 'operation' ? operationInterval(polled, false) : listInterval(polled, true);
    if (ms !== false) timer = setTimeout(() => void poll(), ms);
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

function read(url: string, agent: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      let text = '';
      response.on('data', (chunk) => (text += String(chunk)));
      response.on('end', () => resolve(text));
    }).on('error', reject);
  });
}
