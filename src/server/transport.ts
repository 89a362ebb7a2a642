import type { Readable } from 'node:stream';

/** How a request reaches an environment: over the network or in this process. Policy is the same for both. */
export type Transport = {
  /**
   * Sends one GET and gives the answer once its headers are there. Rejects with `UpstreamError` when there is none,
   * and with the signal's reason when that aborts first; an abort later destroys the body.
   */
  readonly send: (request: UpstreamRequest) => Promise<UpstreamAnswer>;
  /** Ends idle connections and those in use. */
  readonly close: () => Promise<void>;
};

export type UpstreamRequest = {
  /** Path and query, built by `upstreamPath`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Whether the answer may take long, so that it must not stand in the way of short ones. */
  readonly streamed: boolean;
  readonly signal: AbortSignal;
};

export type UpstreamAnswer = {
  readonly status: number;
  /** A header's value by lower-case name; null when absent, repeated ones joined as in HTTP. */
  readonly header: (name: string) => string | null;
  readonly body: Readable;
};

/** Why no answer came. `code` is the system's or library's error code, without any text of the error's. */
export class UpstreamError extends Error {
  override readonly name = 'UpstreamError';
  readonly code: string;

  constructor(code: string) {
    super(`upstream failed: ${code}`);
    this.code = code;
  }
}

/** The code of anything thrown, or of what caused it; an empty text when it has none. */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return errorCode(error.cause);
}
