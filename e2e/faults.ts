import type { FaultRule } from './emulator.ts';
import type { Wire } from './orders.ts';

/** One way in which the API fails. */
export type Fault = {
  readonly name: string;
  /** How it is made: by the emulator, or on the wire to it. */
  readonly rule?: Omit<FaultRule, 'endpoint'>;
  readonly wire?: Wire;
  /** What the dashboard's server answers. */
  readonly answers: { readonly status: number; readonly code: string; readonly retryAfter?: string };
  /** What the page says beside the code. */
  readonly says: string;
  /** The least number of seconds to the next try that the page announces; null where only a person can mend it. */
  readonly nextIn?: number | null;
};

const NOT_JSON = 'something that is not valid JSON';

/** The way to the API fails. */
export const ON_THE_WIRE: readonly Fault[] = [
  {
    name: 'the API is down',
    wire: 'refused',
    answers: { status: 502, code: 'UPSTREAM_UNREACHABLE' },
    says: 'it refused the connection',
  },
  {
    name: 'the connection is reset',
    wire: 'reset',
    answers: { status: 502, code: 'UPSTREAM_UNREACHABLE' },
    says: 'it closed the connection',
  },
  {
    name: 'the answer is no HTTP',
    wire: 'bad-http',
    answers: { status: 502, code: 'UPSTREAM_UNREACHABLE' },
    says: 'The API could not be reached',
  },
  {
    name: 'the API switches protocols',
    wire: 'status-101',
    answers: { status: 502, code: 'UPSTREAM_UNREACHABLE' },
    says: 'The API could not be reached',
  },
  {
    name: 'a header of 200 kB',
    wire: 'huge-header',
    answers: { status: 502, code: 'UPSTREAM_UNREACHABLE' },
    says: 'The API could not be reached',
  },
];

/** The API says that it fails. */
export const ERRORS: readonly Fault[] = [
  {
    name: '500',
    rule: { fault: 'error-500' },
    answers: { status: 500, code: 'INTERNAL_ERROR' },
    says: 'Something went wrong on the server',
  },
  {
    name: '503 with Retry-After',
    rule: { fault: 'error-503-retry-after', retryAfter: '40' },
    answers: { status: 503, code: 'SERVICE_UNAVAILABLE', retryAfter: '40' },
    says: 'temporarily unavailable',
    nextIn: 15,
  },
  {
    name: '429',
    rule: { fault: 'rate-limited' },
    answers: { status: 429, code: 'TOO_MANY_REQUESTS' },
    says: '',
    nextIn: 1,
  },
  {
    name: '429 with Retry-After',
    rule: { fault: 'rate-limited-retry-after', retryAfter: '40' },
    answers: { status: 429, code: 'TOO_MANY_REQUESTS' },
    says: '',
    nextIn: 15,
  },
  {
    name: '429 with an interval',
    rule: { fault: 'rate-limited-interval' },
    answers: { status: 429, code: 'TOO_MANY_REQUESTS' },
    says: '',
    nextIn: 35,
  },
];

/** What comes is no answer. */
export const STRANGE_ANSWERS: readonly Fault[] = [
  {
    name: 'cut off in the middle',
    rule: { fault: 'cut-body' },
    answers: { status: 502, code: 'UPSTREAM_CUT' },
    says: 'The answer of the API broke off',
  },
  {
    name: 'broken JSON',
    rule: { fault: 'malformed-json' },
    answers: { status: 502, code: 'UPSTREAM_NOT_JSON' },
    says: NOT_JSON,
  },
  {
    name: 'HTML with 200',
    rule: { fault: 'html' },
    answers: { status: 502, code: 'UPSTREAM_NOT_JSON' },
    says: NOT_JSON,
  },
  {
    name: 'HTML with 502',
    rule: { fault: 'html-502' },
    answers: { status: 502, code: 'UPSTREAM_NOT_JSON' },
    says: 'status 502',
  },
  {
    name: 'JSON of another shape',
    rule: { fault: 'wrong-shape' },
    answers: { status: 200, code: 'UNEXPECTED' },
    says: '',
  },
  {
    name: 'more than fits',
    rule: { fault: 'endless-body' },
    answers: { status: 502, code: 'UPSTREAM_TOO_LARGE' },
    says: 'more than fits',
  },
  {
    name: 'a redirect',
    rule: { fault: 'redirect' },
    answers: { status: 502, code: 'UPSTREAM_REDIRECT' },
    says: 'Check the configured URL',
  },
];

/** Only a person can mend it. */
export const REFUSALS: readonly Fault[] = [
  {
    name: '401',
    rule: { fault: 'unauthorized' },
    answers: { status: 401, code: 'AUTHENTICATION_ERROR' },
    says: 'Write a new token into the file that TOLOKA_TOKEN_FILE names',
    nextIn: null,
  },
  {
    name: '403',
    rule: { fault: 'forbidden' },
    answers: { status: 403, code: 'ACCESS_DENIED' },
    says: 'Write a new token into the file that TOLOKA_TOKEN_FILE names',
    nextIn: null,
  },
];

/** Those that last as long as the server's patience, which is a second here. */
export const HANGS: readonly Fault[] = [
  {
    name: 'no answer at all',
    rule: { fault: 'hangs' },
    answers: { status: 504, code: 'UPSTREAM_TIMEOUT' },
    says: 'did not answer in time',
  },
  {
    name: 'an answer that never ends',
    rule: { fault: 'drips' },
    answers: { status: 504, code: 'UPSTREAM_TIMEOUT' },
    says: 'did not finish its answer in time',
  },
];
