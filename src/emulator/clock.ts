/** The emulator's own clock: follows `source` until a test moves or freezes it. All values are epoch milliseconds. */
export type Clock = {
  readonly now: () => number;
  /** Whether time stands still. */
  readonly frozen: () => boolean;
  /** Moves forward (or back, when negative), frozen or not. */
  readonly advance: (ms: number) => void;
  /** Stands still, at `at` or where it is. */
  readonly freeze: (at?: number) => void;
  /** Runs again from where it stands. */
  readonly resume: () => void;
  /** Jumps to `at`; keeps running, or keeps standing. */
  readonly set: (at: number) => void;
  /** Follows `source` again, exactly. */
  readonly reset: () => void;
};

/** Makes a clock over `source` (epoch ms). Its methods throw a RangeError when a given number is not finite. */
export function createClock(source: () => number): Clock {
  let offset = 0;
  let stoppedAt: number | null = null;
  const now = () => stoppedAt ?? source() + offset;
  const set = (at: number) => {
    if (!Number.isFinite(at)) throw new RangeError('a time must be a finite number of milliseconds');
    if (stoppedAt === null) offset = at - source();
    else stoppedAt = at;
  };
  return {
    now,
    frozen: () => stoppedAt !== null,
    advance: (ms) => set(now() + ms),
    freeze: (at) => {
      if (at !== undefined) set(at);
      stoppedAt = now();
    },
    resume: () => {
      if (stoppedAt === null) return;
      const at = stoppedAt;
      stoppedAt = null;
      set(at);
    },
    set,
    reset: () => {
      offset = 0;
      stoppedAt = null;
    },
  };
}
