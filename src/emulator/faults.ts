import type { Endpoint } from '../toloka/endpoints.ts';
import { ApiFailure } from './errors.ts';
import {
  cutBody,
  endlessBody,
  html,
  malformedJson,
  missingRequired,
  drippingBody,
  raw,
  redirect,
  wrongShape,
} from './faultBodies.ts';
import { delay, hang } from './streams.ts';

/** What a fault may need: the request's signal and endpoint, and its rule's own numbers. */
type Occasion = {
  readonly endpoint: Endpoint;
  readonly signal: AbortSignal;
  /** For `slow`: how long, in ms of real time. */
  readonly ms: number;
  readonly retryAfter: string;
  /** For `raw`: the whole body. */
  readonly body: string;
};

/** Answers wrongly, or throws the failure to answer with; null means "now go on as usual". */
type Misbehave = (occasion: Occasion) => Promise<Response | null> | Response | null;

const fail =
  (status: number, code: string, message: string): Misbehave =>
  () => {
    throw new ApiFailure(status, code, message);
  };

const failLater =
  (status: number, code: string, message: string): Misbehave =>
  ({ retryAfter }) => {
    throw new ApiFailure(status, code, message, { headers: { 'retry-after': retryAfter } });
  };

const TOO_MANY = 'Too many requests. Wait a few seconds';

/** Every way in which the emulator can misbehave, by name. */
export const FAULTS = {
  'error-500': fail(500, 'INTERNAL_ERROR', 'Something went wrong on the server'),
  'error-503': fail(503, 'SERVICE_UNAVAILABLE', 'The service is temporarily unavailable'),
  'error-503-retry-after': failLater(503, 'SERVICE_UNAVAILABLE', 'The service is temporarily unavailable'),
  'rate-limited': fail(429, 'TOO_MANY_REQUESTS', TOO_MANY),
  'rate-limited-retry-after': failLater(429, 'TOO_MANY_REQUESTS', TOO_MANY),
  'rate-limited-interval': () => {
    // toloka-kit's TolokaRetry reads the unit to wait from here.
    throw new ApiFailure(429, 'TOO_MANY_REQUESTS', TOO_MANY, { payload: { interval: 'MIN' } });
  },
  unauthorized: fail(401, 'AUTHENTICATION_ERROR', 'The token is not valid'),
  forbidden: fail(403, 'ACCESS_DENIED', 'The token has no access to this operation'),
  hangs: ({ signal }) => hang(signal),
  slow: async ({ ms, signal }) => {
    await delay(ms, signal);
    return null;
  },
  'cut-body': ({ endpoint, signal }) => cutBody(endpoint, signal),
  'malformed-json': ({ endpoint }) => malformedJson(endpoint),
  html: () => html(200),
  'html-502': () => html(502),
  'wrong-shape': ({ endpoint }) => wrongShape(endpoint),
  'missing-required': ({ endpoint }) => missingRequired(endpoint),
  drips: ({ signal }) => drippingBody(signal),
  redirect: () => redirect(),
  raw: ({ body }) => raw(body),
  'endless-body': ({ endpoint, signal }) => endlessBody(endpoint, signal),
} as const satisfies Record<string, Misbehave>;

export type FaultName = keyof typeof FAULTS;
export const FAULT_NAMES = Object.keys(FAULTS) as FaultName[];

/**
 * When to misbehave: on requests to `endpoint`, about `id`, with `parameter` (`status=FAIL`) in the query, `times` times;
 * whatever is left out does not matter.
 */
export type FaultRule = {
  readonly fault: FaultName;
  readonly endpoint?: Endpoint['kind'];
  readonly id?: string;
  readonly parameter?: string;
  /** How many requests it hits before it is used up; without end when left out. */
  readonly times?: number;
  /** For `slow`: how long, in ms of real time (default 3000). */
  readonly ms?: number;
  /** For the `…-retry-after` ones: the header's text (default `2`, seconds). */
  readonly retryAfter?: string;
  /** For `raw`: the body to answer with (default none). */
  readonly body?: string;
};

/** The rules in force, the first matching one wins. */
export type FaultBook = {
  readonly set: (rules: readonly FaultRule[]) => void;
  /** The rules in force, with how often each may still hit. */
  readonly list: () => readonly FaultRule[];
  /** Misbehaves as the first matching rule says; null when none matches or the request is only slow. */
  readonly apply: (
    endpoint: Endpoint,
    query: URLSearchParams,
    signal: AbortSignal,
  ) => Promise<Response | null>;
};

/** Makes a book of faults; `standing` are those that always hold, after the ones that were set. */
export function createFaultBook(standing: readonly FaultRule[]): FaultBook {
  let rules: { rule: FaultRule; left: number }[] = [];
  const standingById = new Map(standing.map((rule) => [rule.id, rule]));
  const take = (endpoint: Endpoint, query: URLSearchParams): FaultRule | undefined => {
    const entry = rules.find(({ rule, left }) => left > 0 && matches(rule, endpoint, query));
    if (!entry) return endpoint.kind === 'list' ? undefined : standingById.get(endpoint.id);
    entry.left -= 1;
    return entry.rule;
  };
  return {
    set: (next) => {
      rules = next.map((rule) => ({ rule, left: rule.times ?? Number.POSITIVE_INFINITY }));
    },
    list: () =>
      rules
        .filter(({ left }) => left > 0)
        .map(({ rule, left }) => (Number.isFinite(left) ? { ...rule, times: left } : rule)),
    apply: async (endpoint, query, signal) => {
      const rule = take(endpoint, query);
      if (!rule) return null;
      const misbehave: Misbehave = FAULTS[rule.fault];
      const { ms = 3000, retryAfter = '2', body = '' } = rule;
      return misbehave({ endpoint, signal, ms, retryAfter, body });
    },
  };
}

function matches(rule: FaultRule, endpoint: Endpoint, query: URLSearchParams): boolean {
  const [name, value = ''] = rule.parameter?.split('=') ?? [];
  if (name !== undefined && !query.getAll(name).includes(value)) return false;
  if (rule.endpoint !== undefined && rule.endpoint !== endpoint.kind) return false;
  return rule.id === undefined || (endpoint.kind !== 'list' && endpoint.id === rule.id);
}
