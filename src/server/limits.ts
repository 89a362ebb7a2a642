/** How long and how big things may be; tests hand in smaller ones. Times in ms, sizes in bytes. */
export const LIMITS = {
  /** To get a connection to the upstream. */
  connectMs: 5_000,
  /** From the start of a request to the upstream's response headers. */
  headersMs: 15_000,
  /** From start to end of a list or a detail answer. Idle timers alone never stop a drip of bytes. */
  totalMs: 30_000,
  /** A decoded list or detail answer: 300 operations are far below. */
  maxBytes: 8 * 1024 * 1024,
  /** Without any byte in or out of a log, which is streamed. */
  logIdleMs: 30_000,
  /** From start to end of a log: tens of megabytes over a slow line are normal. */
  logTotalMs: 600_000,
} as const;

export type Limits = { readonly [K in keyof typeof LIMITS]: number };
