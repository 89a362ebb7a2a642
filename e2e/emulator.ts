import { EMULATOR_PORT } from './ports.mjs';

/** An operation as the API sends it; `@now` in a time field is the instant at which it is put. */
export type WireOperation = { readonly id: string; readonly [field: string]: unknown };

/** A change of a put operation, so long after it was put. */
export type Step = { readonly afterMs: number; readonly [field: string]: unknown };

/** One way in which the emulator misbehaves, and when. */
export type FaultRule = {
  readonly fault: string;
  readonly endpoint?: 'list' | 'operation' | 'log';
  readonly id?: string;
  /** `status=FAIL`: only requests whose query holds it. */
  readonly parameter?: string;
  readonly times?: number;
  readonly ms?: number;
  readonly retryAfter?: string;
  /** For `raw`. */
  readonly body?: string;
};

/** A request that reached the emulator. */
export type SeenRequest = {
  readonly method: string;
  readonly path: string;
  readonly headers: readonly string[];
  readonly status: number;
};

/** The emulator's control API, as specs use it. */
export type EmulatorControl = {
  /** Back to how it started: operations, clock, faults. */
  readonly reset: () => Promise<void>;
  /** No operations at all until some are put. */
  readonly clear: () => Promise<void>;
  /** `afterMs`: it is there only so long after this, by the emulator's clock. */
  readonly put: (
    operation: WireOperation,
    options?: { steps?: Step[]; log?: unknown; afterMs?: number },
  ) => Promise<void>;
  /** Moves its clock. */
  readonly advance: (ms: number) => Promise<void>;
  /** Its clock, epoch ms. */
  readonly now: () => Promise<number>;
  /** Whether operations that are submitted by themselves after the reset are there. */
  readonly setArrivals: (arrivals: boolean) => Promise<void>;
  /** Whether operations that have ended are answered as if they went on. */
  readonly setRegress: (regress: boolean) => Promise<void>;
  readonly setFaults: (rules: readonly FaultRule[]) => Promise<void>;
  /** What has been asked since `forgetRequests`. */
  readonly requests: () => Promise<readonly SeenRequest[]>;
  readonly forgetRequests: () => Promise<void>;
};

/**
 * A client of the control API. Each call throws when the emulator refuses it. It asks by itself, not through the browser's
 * driver: specs put operations by the hundred.
 */
export function emulatorControl(): EmulatorControl {
  const url = (action: string) => `http://127.0.0.1:${EMULATOR_PORT}/_emulator/${action}`;
  const post = async (action: string, data: object = {}) => {
    await accepted(await fetch(url(action), { method: 'POST', body: JSON.stringify(data) }));
  };
  return {
    reset: () => post('reset'),
    clear: () => post('clear'),
    put: (operation, options = {}) => post('operations', { operation, ...options }),
    advance: (ms) => post('advance', { ms }),
    now: async () => {
      const answer = await accepted(await fetch(url('state')));
      return ((await answer.json()) as { now: number }).now;
    },
    setArrivals: (arrivals) => post('switches', { arrivals }),
    setRegress: (regress) => post('switches', { regress }),
    setFaults: (rules) => post('faults', { rules }),
    requests: async () => {
      const answer = await accepted(await fetch(url('requests')));
      const { requests } = (await answer.json()) as { requests: SeenRequest[] };
      return requests;
    },
    forgetRequests: async () => {
      await accepted(await fetch(url('requests'), { method: 'DELETE' }));
    },
  };
}

async function accepted(answer: Response): Promise<Response> {
  if (!answer.ok) throw new Error(`the emulator refused: ${answer.status} ${await answer.text()}`);
  return answer;
}
