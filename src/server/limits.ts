/** How long, how big and how many things may be; tests hand in smaller ones. Times in ms, sizes in bytes. */
export const LIMITS = {
  /** To get a connection to the upstream. */
  connectMs: 5_000,
  /** From the start of a request to the upstream's response headers. */
  headersMs: 15_000,
  /** From start to end of a list or a detail answer. Idle timers alone never stop a drip of bytes. */
  totalMs: 30_000,
  /** A decoded list or detail answer: 300 operations are far below. */
  maxBytes: 8 * 1024 * 1024,
  /** A decoded log. No browser can hold a longer text; and a few megabytes of gzip can hold gigabytes. */
  maxLogBytes: 512 * 1024 * 1024,
  /** Without any byte in or out of a log, which is streamed. */
  logIdleMs: 30_000,
  /** From start to end of a log: tens of megabytes over a slow line are normal. */
  logTotalMs: 600_000,

  /** How long a good answer may be given again, from the start of its request. */
  keptMs: 1_000,
  /** The same for an operation that is over and so never changes. */
  keptTerminalMs: 60_000,
  /** Answers kept over all environments. */
  keptCount: 1_000,
  keptBytes: 32 * 1024 * 1024,

  /** How often a token's file is looked at while it is used. */
  tokenCheckMs: 1_000,
  /** How long nothing is asked after a 429 that names no time: the reference says "a few seconds". */
  gateMs: 5_000,

  /**
   * Questions a second to one environment. With the burst no second has more than the 300 that the API allows to one
   * account, and in the long run a third is left for the account's other programs.
   */
  askedPerSecond: 200,
  /**
   * The same for one client's address. Far above what one person's tabs ask, because a whole team may stand behind one
   * address (a balancer, a tunnel): 200 tabs on 200 lists ask 40 times a second.
   */
  clientPerSecond: 150,
  /** Questions that may go at once after a quiet second. */
  askedBurst: 100,
  /** How long a question waits for its turn before it is refused. */
  turnMs: 2_000,
} as const;

export type Limits = { readonly [K in keyof typeof LIMITS]: number };
