import type { Page } from 'playwright';
import { findControls, isPanelOpen, actOn, type Control } from './controls.ts';
import { takeLongest } from './eventTiming.ts';

/** How long one interaction took, in ms. */
export type Taken = { readonly name: string; readonly ms: number };

/** How many controls of a panel are used, unless all are: its first ones open or choose what the others do as well. */
const OF_A_PANEL = 2;
/** What closes, which is measured with each panel by Escape. */
const CLOSES = /^(?:Close|Cancel)$/;
/** What would begin a download or leave the page for good. */
const NOT_USED = /^(?:Sign out|Export \d|Start export|Download)/;

/**
 * Uses every control of the page, one after the other, and those of the panels that they open; each begins on the page as
 * `open` brings it. `all` uses all controls of each panel.
 */
export async function tour(
  page: Page,
  open: () => Promise<void>,
  { all }: { readonly all: boolean },
): Promise<Taken[]> {
  await open();
  const begun = page.url();
  const taken: Taken[] = [];
  const back = async (control: Control) => {
    if (await isPanelOpen(page)) {
      await page.keyboard.press('Escape');
      taken.push({ name: `${labelOf(control)} › Escape`, ms: await takeLongest(page) });
    }
    if (page.url() !== begun || (await isPanelOpen(page))) await open();
  };
  const measure = async (control: Control, name: string): Promise<boolean> => {
    if (!(await actOn(page, control))) {
      // A panel that opened late lies over the page.
      await back(control);
      await takeLongest(page);
      if (!(await actOn(page, control))) return false;
    }
    taken.push({ name, ms: await takeLongest(page) });
    return true;
  };
  for (const control of (await findControls(page)).filter(({ name }) => !NOT_USED.test(name))) {
    if (!(await measure(control, labelOf(control)))) continue;
    const inner = (await isPanelOpen(page)) ? (await findControls(page)).filter(isUsed) : [];
    for (const [index, each] of inner.slice(0, all ? undefined : OF_A_PANEL).entries()) {
      if (index > 0) {
        await back(control);
        if (!(await actOn(page, control)) || !(await isPanelOpen(page))) break;
        // That it opens has been measured.
        await takeLongest(page);
      }
      await measure(each, `${labelOf(control)} › ${labelOf(each)}`);
    }
    await back(control);
  }
  return taken;
}

function isUsed({ name }: Control): boolean {
  return !CLOSES.test(name) && !NOT_USED.test(name);
}

/** A control's name; what is an ID or a number in it stands for any. */
function labelOf({ name, at }: Control): string {
  const plain = name.replace(/\b[0-9a-f]{4,}(?:…|-)[0-9a-f-]+\b/gi, '…').replace(/\d[\d,.:]*/g, 'n');
  return at === 0 ? plain : `${plain} (${at + 1})`;
}
