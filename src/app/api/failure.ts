import type { Json } from '../../toloka/operation.ts';
import { grouped, speech, t, type Text } from '../../words/words.ts';

/**
 * Words of our own with their `{values}`, which are put into the reader's language where they are shown: a log is read on
 * a thread that does not know it. Numbers get their thousands told apart.
 */
export type OwnWords = { readonly text: Text; readonly values?: Readonly<Record<string, string | number>> };

/** A failure's parts as plain data, as they go from one thread to another. */
export type FailureFacts = {
  readonly status: number | null;
  readonly code: string;
  /** The server's words, or our own. */
  readonly message: string | OwnWords;
  readonly requestId?: string | null;
  readonly retryAfterMs?: number | null;
  readonly answer?: Json | undefined;
};

/**
 * Why a request brought no data, in the terms of the API's own errors. `code` and `message` are the server's where it
 * sent any; `requestId` is what Toloka's support asks for.
 */
export class RequestFailure extends Error {
  override readonly name = 'RequestFailure';
  /** HTTP status; null when there was no answer at all. */
  readonly status: number | null;
  readonly code: string;
  readonly requestId: string | null;
  /** How long the server asks to wait before the next try, in ms. */
  readonly retryAfterMs: number | null;
  /** What came where it was JSON that nothing could be made of; `readableAnswer` lays it out. */
  readonly answer: Json | undefined;
  private readonly words: string | OwnWords;

  constructor(facts: FailureFacts) {
    super(typeof facts.message === 'string' ? facts.message : inOurWords(facts.message));
    this.words = facts.message;
    this.status = facts.status;
    this.code = facts.code;
    this.requestId = facts.requestId ?? null;
    this.retryAfterMs = facts.retryAfterMs ?? null;
    this.answer = facts.answer;
  }

  /** What it takes to make the same failure again, as plain data. */
  get facts(): FailureFacts {
    const { status, code, words: message, requestId, retryAfterMs, answer } = this;
    return { status, code, message, requestId, retryAfterMs, answer };
  }

  /** Whether every other request would fail as well: the token is refused, or the account has asked too much. */
  get concernsAccount(): boolean {
    return this.needsPerson || this.status === 429;
  }

  /** Whether asking again by itself makes no sense: the token is refused, and only a person can renew it. */
  get needsPerson(): boolean {
    return this.status === 401 || this.status === 403;
  }
}

/**
 * Whether two failures say the same to a person. Each has a request ID of its own, but a notice that changed with every
 * try would be said aloud again each time.
 */
export function saySame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  const [one, other] = [asFailure(a), asFailure(b)];
  return one.status === other.status && one.code === other.code && one.message === other.message;
}

/** Any thrown value as a `RequestFailure`; what is none becomes one without its inner text or stack. */
export function asFailure(error: unknown): RequestFailure {
  if (error instanceof RequestFailure) return error;
  const message =
    error instanceof Error
      ? error.message
      : { text: 'The page could not make sense of the answer.' as const };
  return new RequestFailure({ status: null, code: 'UNEXPECTED', message });
}

function inOurWords({ text, values = {} }: OwnWords): string {
  const shown = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'number' ? grouped(value, speech().group) : value,
  ]);
  return t(text, Object.fromEntries(shown));
}
