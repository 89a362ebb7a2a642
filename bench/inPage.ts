/** What the watcher below collects, as `window.bench`. */
export type Watched = {
  /** Rows whose component ran, since the page was opened. */
  rendered: number;
  /** Each change of the page: when the last answer had arrived whole, and when the frame with it was done, in ms. */
  paints: { readonly answered: number | undefined; readonly painted: number }[];
};

/**
 * Watches React at work before the app loads: production React tells its commits to a developer-tools hook, and marks
 * each component that ran (`PerformedWork`). A row's component is the one whose only child is the row's own element.
 */
export const WATCH = `(() => {
  const PERFORMED_WORK = 1;
  const bench = { rendered: 0, paints: [] };
  window.bench = bench;
  const isRow = (fiber) => typeof fiber.type !== 'string' && fiber.child && fiber.child.type === 'tr' && fiber.child.stateNode?.querySelector('td a');
  const visit = (fiber) => {
    for (let node = fiber; node; node = node.sibling) {
      const before = node.alternate;
      const ran = (node.flags & PERFORMED_WORK) !== 0;
      if (ran && isRow(node)) bench.rendered += 1;
      if (node.child && (!before || before.child !== node.child)) visit(node.child);
    }
  };
  window.__REACT_DEVTOOLS_GLOBAL_HOOK__ = {
    supportsFiber: true, renderers: new Map(), inject: () => 1, onCommitFiberUnmount() {}, onPostCommitFiberRoot() {},
    onCommitFiberRoot: (_, root) => {
      visit(root.current);
      const answers = performance.getEntriesByType('resource').filter((entry) => entry.name.includes('/api/v1/operations'));
      const answered = answers.at(-1)?.responseEnd;
      requestAnimationFrame(() => setTimeout(() => bench.paints.push({ answered, painted: performance.now() })));
    },
  };
})()`;
