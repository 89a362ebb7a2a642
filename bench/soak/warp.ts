/**
 * Source of a script that makes time run `factor` times as fast for what is loaded after it, in a page or in Node: the
 * clock, timers, and how long an abort signal waits. Not animations, and not what waits outside of JavaScript.
 */
export function warpSource(factor: number): string {
  return `(() => {
  const factor = ${factor};
  const { setTimeout: after, setInterval: every, Date: RealDate } = globalThis;
  const { timeout } = AbortSignal;
  const begun = RealDate.now();
  const now = () => Math.round(begun + (RealDate.now() - begun) * factor);
  globalThis.Date = class Date extends RealDate {
    constructor(...parts) {
      if (parts.length === 0) super(now());
      else super(...parts);
    }
    static now() {
      return now();
    }
  };
  globalThis.setTimeout = (callback, ms = 0, ...rest) => after(callback, ms / factor, ...rest);
  globalThis.setInterval = (callback, ms = 0, ...rest) => every(callback, ms / factor, ...rest);
  AbortSignal.timeout = (ms) => timeout.call(AbortSignal, Math.ceil(ms / factor));
})();`;
}

/** For Node alone: its monotonic clock runs as fast. A page's frames are timed by it, so there it stays as it is. */
export function warpNodeSource(factor: number): string {
  return `${warpSource(factor)}
{
  const { now } = performance;
  performance.now = () => now.call(performance) * ${factor};
}`;
}
