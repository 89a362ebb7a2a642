/** What the probe below collects, as `window.probe`. Times in ms since the navigation. */
export type Probed = {
  /** When a frame with the first row was done; null before. */
  readonly firstRow: number | null;
  readonly firstPaint: number | null;
  /** Of tasks longer than 50 ms until the first row, the part beyond 50 ms. */
  readonly blocked: number;
  /** Layout shift of the whole visit so far. */
  readonly shift: number;
};

/** What the probe writes to the console once the first row was painted. */
export const ROW_IS_SEEN = 'rowIsSeen';

/**
 * Watches a page from before its first byte: first paint, first row, long tasks, layout shift. The same script for
 * every page that is compared, so that it costs all of them the same.
 */
export const PROBE = `(() => {
  const probe = { firstRow: null, firstPaint: null, blocked: 0, shift: 0, tasks: [] };
  window.probe = probe;
  const observe = (type, each) => new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });
  observe('paint', (entry) => { if (entry.name === 'first-paint') probe.firstPaint = entry.startTime; });
  observe('longtask', (entry) => { probe.tasks.push([entry.startTime, entry.duration]); });
  observe('layout-shift', (entry) => { if (!entry.hadRecentInput) probe.shift += entry.value; });
  const watcher = new MutationObserver(() => {
    if (!document.querySelector(window.probeFor ?? 'tbody tr td a')) return;
    watcher.disconnect();
    requestAnimationFrame(() => setTimeout(() => {
      probe.firstRow = performance.now();
      console.debug('${ROW_IS_SEEN}');
    }));
  });
  watcher.observe(document, { childList: true, subtree: true });
})()`;

/** Reads what the probe of a page has seen. To be run in the page. */
export const READ_PROBE = `(() => {
  const { firstRow, firstPaint, shift, tasks } = window.probe;
  const until = tasks.filter(([start]) => firstRow !== null && start < firstRow);
  return { firstRow, firstPaint, shift, blocked: until.reduce((sum, [, ms]) => sum + Math.max(0, ms - 50), 0) };
})()`;
