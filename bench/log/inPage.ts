/** What the watcher below tells of a log that was read, in ms from when it was asked for. */
export type LogTimes = {
  /** When the page knew the first cause of failures, and when the frame after that was done. */
  readonly firstCause: number | null;
  readonly firstPainted: number | null;
  /** When the page knew that the log was whole. */
  readonly whole: number;
  /** The longest task of the page's own thread meanwhile; 0 when none was over 50 ms, the least that a browser tells. */
  readonly longestTask: number;
};

/** What `JSON.parse` needs for the same answer, in ms: until the text is there, and to parse it. */
export type ParseTimes = { readonly text: number; readonly parse: number };

/**
 * Watches before the app loads: the marks that a log session leaves in the browser's timeline, and what keeps the
 * page's own thread busy. In the page it is `logBench`: `begin()` forgets what was seen, `ended()` promises `LogTimes`
 * once a log has been read, `parse(path, keep)` promises `ParseTimes`.
 */
export const WATCH_LOG = `(() => {
  let longTasks = [];
  let painted = null;
  const nameAt = (name) => performance.getEntriesByName(name).at(-1)?.startTime ?? null;
  new PerformanceObserver((list) => longTasks.push(...list.getEntries())).observe({ type: 'longtask' });
  new PerformanceObserver((list) => {
    if (painted === null && list.getEntriesByName('log:first-cause').length > 0) {
      requestAnimationFrame(() => setTimeout(() => { painted = performance.now(); }));
    }
  }).observe({ type: 'mark' });
  const wait = (done) => new Promise((resolve) => {
    const look = () => (done() ? resolve() : setTimeout(look, 50));
    look();
  });
  window.logBench = {
    begin() {
      performance.clearMarks();
      longTasks = [];
      painted = null;
    },
    async ended() {
      await wait(() => nameAt('log:ended') !== null);
      await new Promise((resolve) => setTimeout(resolve, 300));
      const asked = nameAt('log:asked');
      const first = nameAt('log:first-cause');
      const since = (at) => (at === null ? null : at - asked);
      return {
        firstCause: since(first),
        firstPainted: since(painted),
        whole: since(nameAt('log:ended')),
        longestTask: Math.max(0, ...longTasks.filter((task) => task.startTime + task.duration > asked).map((task) => task.duration)),
      };
    },
    async parse(path, keep) {
      const begun = performance.now();
      const text = await (await fetch(path, { cache: 'no-store' })).text();
      const there = performance.now();
      const value = JSON.parse(text);
      const parsed = performance.now();
      if (keep) window.logBenchKept = value;
      if (!Array.isArray(value)) throw new Error('the log is no array');
      return { text: there - begun, parse: parsed - there };
    },
  };
})()`;

/** Takes workers away before the app loads, so that it reads the log on the page's own thread. */
export const NO_WORKERS = 'delete window.Worker';
