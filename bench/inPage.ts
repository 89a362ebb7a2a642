/** What the watcher below collects, as `window.bench`. */
export type Watched = {
  /** Rows whose component ran, since the page was opened. */
  rendered: number;
  /** Components that ran, since the page was opened, and those of them that hold others: not leaves. */
  ran: number;
  ranWithOthers: number;
  /**
   * Each change of the page: when the last answer had arrived whole (and with the first one the code that draws it, which
   * may come later), how many rows had been rendered by then, and when the frame with it was done, in ms.
   */
  paints: { readonly answered: number | undefined; readonly rendered: number; readonly painted: number }[];
};

/**
 * Watches React at work before the app loads: production React tells its commits to a developer-tools hook, and marks
 * each component that ran (`PerformedWork`). A row's component is the one whose only child is the row's own element.
 * Watching takes time itself: whoever measures that of a page does it on another one.
 */
export const WATCH = `(() => {
  const PERFORMED_WORK = 1;
  const COMPONENTS = [0, 1, 11, 15];
  const bench = { rendered: 0, ran: 0, ranWithOthers: 0, paints: [] };
  window.bench = bench;
  const isRow = (fiber) => typeof fiber.type !== 'string' && fiber.child && fiber.child.type === 'tr' && fiber.child.stateNode?.querySelector('td a');
  const isComponent = (fiber) => COMPONENTS.includes(fiber.tag);
  const holdsComponents = (fiber) => {
    for (let node = fiber.child; node; node = node.sibling) if (isComponent(node) || holdsComponents(node)) return true;
    return false;
  };
  const visit = (fiber) => {
    for (let node = fiber; node; node = node.sibling) {
      const before = node.alternate;
      const ran = (node.flags & PERFORMED_WORK) !== 0;
      if (ran && isRow(node)) bench.rendered += 1;
      if (ran && isComponent(node)) {
        bench.ran += 1;
        if (holdsComponents(node)) bench.ranWithOthers += 1;
      }
      if (node.child && (!before || before.child !== node.child)) visit(node.child);
    }
  };
  window.__REACT_DEVTOOLS_GLOBAL_HOOK__ = {
    supportsFiber: true, renderers: new Map(), inject: () => 1, onCommitFiberUnmount() {}, onPostCommitFiberRoot() {},
    onCommitFiberRoot: (_, root) => {
      visit(root.current);
      const loaded = performance.getEntriesByType('resource');
      const answer = loaded.filter((entry) => entry.name.includes('/api/v1/operations')).at(-1);
      const scripts = bench.paints.some(({ answered }) => answered) ? [] : loaded.filter((entry) => entry.name.endsWith('.js'));
      const answered = answer && Math.max(answer.responseEnd, ...scripts.map((entry) => entry.responseEnd));
      const { rendered } = bench;
      requestAnimationFrame(() => setTimeout(() => bench.paints.push({ answered, rendered, painted: performance.now() })));
    },
  };
})()`;
