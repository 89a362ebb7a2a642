import type { Page } from 'playwright';

/** A control as it was found on a page: the `at`th one of its kind with its name. */
export type Control = {
  readonly name: string;
  /** What one does with it: a click, a letter typed, another option chosen by key. */
  readonly does: 'click' | 'type' | 'choose';
  readonly at: number;
};

/** Where a control is now, in px of the window; null when it is not there, or something covers it. */
export type Spot = { readonly x: number; readonly y: number };

/**
 * Knows a page's controls, as `window.controls`: `find` lists those within an element, of a table's rows only the first
 * one's; `show` brings one into sight and says where it is. By what a person meets, so that no new control is forgotten.
 */
export const CONTROLS = `(() => {
  const SELECTOR = 'a[href], button, input, select, summary, textarea';
  const nameOf = (element) =>
    (element.getAttribute('aria-label') ?? element.closest('label')?.textContent ?? element.textContent ?? '')
      .replace(/\\s+/g, ' ').trim().slice(0, 48) || element.tagName.toLowerCase();
  const doesOf = (element) =>
    element.tagName === 'SELECT' ? 'choose'
      : element.matches('textarea, input:not([type=checkbox], [type=radio], [type=button])') ? 'type' : 'click';
  // A link of the page's own, a way out of the app, and what the machine itself would answer are not measured.
  const isMeant = (element) =>
    !element.disabled && element.getAttribute('aria-disabled') !== 'true' && element.checkVisibility({ visibilityProperty: true })
    && !element.closest('tbody tr ~ tr, li ~ li ~ li ~ li') && !element.matches('a[href^="#"], a[target], a[download], [type=file]')
    && (element.tagName !== 'A' || element.origin === location.origin);
  const list = (within) => {
    const seen = new Map();
    return [...within.querySelectorAll(SELECTOR)].filter(isMeant).map((element) => {
      const name = nameOf(element);
      const does = doesOf(element);
      const at = seen.get(does + name) ?? 0;
      seen.set(does + name, at + 1);
      return { name, does, at, element };
    });
  };
  const place = () => [...document.querySelectorAll('dialog[open], :popover-open')].at(-1) ?? document;
  window.controls = {
    async find() {
      // A panel's content comes a frame behind the panel.
      for (let frame = 0; frame < 30 && place() !== document && list(place()).length === 0; frame++) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      return list(place()).map(({ name, does, at }) => ({ name, does, at }));
    },
    inPanel: () => place() !== document,
    show: (wanted) => {
      const found = list(place()).find(({ name, does, at }) => name === wanted.name && does === wanted.does && at === wanted.at);
      if (!found) return null;
      const { element } = found;
      element.scrollIntoView({ block: 'nearest' });
      const { left, top, width, height } = element.getBoundingClientRect();
      const spot = { x: left + Math.min(width / 2, 60), y: top + height / 2 };
      if (found.does === 'choose') element.focus();
      return width > 0 && height > 0 ? spot : null;
    },
  };
})()`;

type Known = {
  readonly controls: {
    readonly find: () => Promise<Control[]>;
    readonly inPanel: () => boolean;
    readonly show: (control: Control) => Spot | null;
  };
};

/** The controls that can be met now: those of the panel that is open, if one is, else the page's. */
export function findControls(page: Page): Promise<Control[]> {
  return page.evaluate(() => (window as unknown as Known).controls.find());
}

/** Whether a panel is open. */
export function isPanelOpen(page: Page): Promise<boolean> {
  return page.evaluate(() => (window as unknown as Known).controls.inPanel());
}

/** How long a press lasts, in ms, a short one of a hand: its beginning usually has a frame of its own. */
export const PRESS_MS = 50;

/** Does with a control what one does with it. False when it is not there any more. */
export async function actOn(page: Page, control: Control): Promise<boolean> {
  const spot = await page.evaluate((wanted) => (window as unknown as Known).controls.show(wanted), control);
  if (!spot) return false;
  if (control.does === 'choose') {
    await page.keyboard.press('ArrowDown');
    return true;
  }
  await page.mouse.click(spot.x, spot.y, { delay: PRESS_MS });
  if (control.does === 'type') await page.keyboard.press('7');
  return true;
}
