import { createClock } from './clock.ts';
import { createApi } from './api.ts';
import { answerControl, isControlPath } from './control.ts';
import type { EmulatorControls } from './controls.ts';
import { createFaultBook } from './faults.ts';
import { literalOperation } from './literal.ts';
import { REQUESTS_PER_SECOND } from './rateLimit.ts';
import { createRequestLog } from './requestLog.ts';
import { STANDING_FAULTS } from './sentinels.ts';
import { createStore, type StoreOptions } from './store.ts';
import { DEFAULT_SWITCHES, type Switches } from './switches.ts';

export type EmulatorOptions = {
  /** Real time, epoch ms; default `Date.now`. The emulator's own clock follows it until it is moved. */
  readonly now?: () => number;
  /** The same seed at the same `now` gives the same operations and answers. Default 1. */
  readonly seed?: number;
  /** How many operations there are at the start, about. Default 5000. */
  readonly size?: number;
  /** Over how many days they were submitted. Default 60. */
  readonly days?: number;
  /** The whole `Authorization` header that is wanted. Default `OAuth demo`. */
  readonly authorization?: string;
  /** Requests a second by `now` before 429; null for no limit. Default 300. */
  readonly rateLimit?: number | null;
  /** Whether the named operations that misbehave are there. Default true. */
  readonly sentinels?: boolean;
  /** What the API leaves open. */
  readonly switches?: Partial<Switches>;
  /** Whether `/_emulator/…` answers: for tests only, it asks for no token. Default false. */
  readonly control?: boolean;
};

export type Emulator = EmulatorControls & {
  /** Answers as the API would. Rejects only with the request's own abort reason. */
  readonly fetch: (request: Request) => Promise<Response>;
};

/** How far from its start (ms) the clock may be set: everything in between comes in at one go. */
const FARTHEST_MS = 100 * 86_400_000;

/** Makes an emulator of the operations API, in memory, without sockets. Differences from the real API: README. */
export function createEmulator(options: EmulatorOptions = {}): Emulator {
  const source = options.now ?? Date.now;
  const startSwitches = { ...DEFAULT_SWITCHES, ...options.switches };
  const clock = createClock(source);
  const requestLog = createRequestLog(clock.now);
  const faults = createFaultBook(options.sentinels === false ? [] : STANDING_FAULTS);
  let switches = startSwitches;
  const fresh = (change: Partial<StoreOptions> = {}) => ({
    seed: options.seed ?? 1,
    epoch: Math.floor(source() * 1000),
    size: options.size ?? 5000,
    days: options.days ?? 60,
    idOrder: switches.idOrder,
    sentinels: options.sentinels ?? true,
    live: true,
    ...change,
  });
  let store = createStore(fresh());
  const near = (at: number) => {
    if (Math.abs(at - source()) <= FARTHEST_MS) return at;
    throw new RangeError('the clock can be set at most 100 days from now');
  };
  const limit = options.rateLimit === undefined ? REQUESTS_PER_SECOND : options.rateLimit;
  const api = createApi({
    seed: options.seed ?? 1,
    authorization: options.authorization ?? 'OAuth demo',
    rateLimit: limit,
    realNow: source,
    clock,
    faults,
    store: () => store,
    switches: () => switches,
  });

  const emulator: Emulator = {
    async fetch(request) {
      request.signal.throwIfAborted();
      const { pathname } = new URL(request.url);
      if (options.control && isControlPath(pathname)) return answerControl(emulator, request);
      const answered = requestLog.add(request);
      const response = await api.answer(request);
      answered(response.status);
      return response;
    },
    now: clock.now,
    frozen: clock.frozen,
    advance: (ms) => clock.set(near(clock.now() + ms)),
    freeze: (at) => clock.freeze(at === undefined ? at : near(at)),
    resume: clock.resume,
    setTime: (at) => clock.set(near(at)),
    reset() {
      clock.reset();
      switches = startSwitches;
      faults.set([]);
      requestLog.clear();
      api.reset();
      store = createStore(fresh());
    },
    clear() {
      store = createStore(fresh({ size: 0, sentinels: false, live: false }));
    },
    put(operation, { steps, log, afterMs = 0 } = {}) {
      store.put(literalOperation(operation, Math.floor((clock.now() + afterMs) * 1000), steps, log));
    },
    setFaults: faults.set,
    faults: faults.list,
    setSwitches(change) {
      const { idOrder } = switches;
      switches = { ...switches, ...change };
      if (switches.idOrder !== idOrder) store.setIdOrder(switches.idOrder);
    },
    switches: () => switches,
    requests: requestLog.list,
    clearRequests: requestLog.clear,
  };
  return emulator;
}
