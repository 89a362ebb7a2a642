import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, type Page } from 'playwright/test';

const SOURCE = readFileSync(
  fileURLToPath(new URL('../node_modules/axe-core/axe.min.js', import.meta.url)),
  'utf8',
);

type Finding = { readonly html: string; readonly failureSummary: string; readonly element?: Element };
type Violation = { readonly id: string; readonly help: string; readonly nodes: readonly Finding[] };

/** What of axe's rules is asked: all of them, only what depends on colours, or all that does not. */
export type Ask = 'all' | 'colours' | 'all but colours';

/** What axe finds wrong with the page as it stands, readably, WCAG 2.2's size of targets included. */
export async function axeFindings(page: Page, ask: Ask = 'all'): Promise<string[]> {
  // Injected through the debugger: the page's own Content-Security-Policy would refuse a script tag.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(SOURCE);
  const violations = await page.evaluate(async (asked) => {
    const { axe } = window as unknown as {
      axe: { run: (options: object) => Promise<{ violations: Violation[] }> };
    };
    const options =
      asked === 'colours'
        ? { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } }
        : // Off unless it is asked for.
          { rules: { 'target-size': { enabled: true }, 'color-contrast': { enabled: asked === 'all' } } };
    const { violations: all } = await axe.run({ ...options, resultTypes: ['violations'], elementRef: true });
    // Of the browser's top layer axe knows nothing: it takes what an open panel covers for what covers the panel. What lies
    // below is reached when the panel is closed; what is in it is asked by the browser's own hit test.
    const panel = [...document.querySelectorAll('dialog[open], :popover-open')].at(-1);
    const isHit = (element: Element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [-11, 0, 11].every((off) => {
        const hit = document.elementFromPoint(x + width / 2 + off, y + height / 2 + off);
        return element.contains(hit);
      });
    };
    const isCovered = ({ element, failureSummary }: Finding) =>
      failureSummary.includes('partially obscured') &&
      panel &&
      element &&
      (!panel.contains(element) || isHit(element));
    return all.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes
        .filter((node) => id !== 'target-size' || !isCovered(node))
        .map(({ html, failureSummary }) => ({ html, failureSummary })),
    }));
  }, ask);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}\n  ${node.html}\n  ${node.failureSummary.replaceAll('\n', '\n  ')}`),
  );
}

/** Asserts that axe finds nothing wrong with the page as it stands; prints what it finds. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await axeFindings(page), 'what axe found').toEqual([]);
}
