import type { Browser, Page } from 'playwright/test';
import { browserOf, reach } from '../scripts/screenshots/reach.mjs';
import { openStage, type Stage } from '../scripts/screenshots/stage.mjs';
import { STATES, type State } from '../scripts/screenshots/states.mjs';
import { axeFindings, expectAccessible, type Ask } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { nextFrame } from './frames.ts';
import { misfits, motions, sideways } from './layout.ts';
import { cutTexts } from './reading.ts';

type Window = { readonly width: number; readonly height: number };

const WIDE: Window = { width: 1440, height: 900 };
/** A window of 1280 px at 200 % zoom. */
const ZOOMED: Window = { width: 640, height: 450 };
const PHONE: Window = { width: 390, height: 844 };

/**
 * `npm run check:a11y` comes to each state anew in each window and language and asks all of axe there. `npm test` comes to
 * each once, and narrows its window.
 */
const WHOLE = process.env['A11Y'] === 'whole';
const LOCALES = WHOLE ? ['en-GB', 'ru-RU'] : ['en-GB'];
const WINDOWS = WHOLE ? [WIDE, ZOOMED, PHONE] : [WIDE];

/** Texts that are data, whatever their length: IDs, and what the API said of a log's items. */
const IS_DATA =
  /^(?:[\da-f-]{8,}…?|[a-z]+(?:-[a-z\d]+)+|…|May not be empty|Unknown field name|Value must be .*)$/;

// A state may wait for the next poll, and a phone's worth of checks comes after it.
test.describe.configure({ timeout: 60_000 });

let stage: Stage;
test.beforeAll(async () => {
  stage = await openStage();
});
test.afterAll(() => stage.close());

test('the checks can fail: a page with all their faults fails each of them', async ({ page }) => {
  await page.setViewportSize(PHONE);
  await page.setContent(
    `<html lang="en"><title>t</title><main><h1>t</h1><img src="x.svg"><p style="width: 900px; color: #ccc">words</p>
     <button style="width: 9px; height: 9px; padding: 0">t</button><button style="width: 9px; height: 9px">t</button>
     <button style="width: 80px; overflow: hidden; white-space: nowrap; transition: color 1s">words and words</button>
     <dialog open aria-label="d" style="position: fixed; left: 300px; width: 200px; margin: 0">d</dialog>`,
  );
  const found = (await axeFindings(page)).join('\n');
  for (const rule of ['image-alt', 'color-contrast', 'target-size']) expect(found).toContain(`${rule}: `);
  expect((await axeFindings(page, 'colours')).join('\n')).toMatch(/^color-contrast: /);
  await expect(expectAccessible(page)).rejects.toThrow('image-alt');
  expect(await sideways(page)).toBeGreaterThan(400);
  expect((await misfits(page)).join()).toMatch(
    /“d” sticks \d+ px out of the window,the page scrolls \d+ px sideways/,
  );
  expect(await motions(page)).toEqual(['BUTTON.']);
  expect(await cutTexts(page)).toContain('words and words');
});

for (const state of STATES) {
  for (const locale of state.locale ? [state.locale] : LOCALES) {
    for (const window of WINDOWS) {
      const where = WHOLE ? `, ${locale.slice(0, 2)}, ${window.width} px` : '';
      test(`accessible in every look: ${state.name}${where}`, ({ browser }) =>
        inPage(browser, state, window, locale, async (page) => {
          await look(page, 'all');
          await page.emulateMedia({ colorScheme: 'dark' });
          await look(page, WHOLE ? 'all' : 'colours');
          if (WHOLE) return;
          await resize(page, ZOOMED);
          await look(page, 'nothing');
          await resize(page, PHONE);
          await look(page, 'all but colours');
        }));
    }
  }
}

/** Gives the window another size, and the page the frames in which it takes note. */
async function resize(page: Page, window: Window): Promise<void> {
  await page.setViewportSize(window);
  await nextFrame(page);
}

async function inPage(
  browser: Browser,
  state: State,
  window: Window,
  locale: string,
  lookAt: (page: Page) => Promise<void>,
): Promise<void> {
  const options = browserOf(state, { ...window, locale });
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    await reach(page, stage, withFewRows(state), options.locale);
    await lookAt(page);
  } finally {
    await context.close();
  }
}

/** Ten rows tell as much of how rows are made as fifty, in a third of the time. */
function withFewRows(state: State): State {
  const isList =
    state.name !== 'list' && /\/operations(?:\?|$)/.test(state.at) && !state.at.includes('limit=');
  return isList ? { ...state, at: `${state.at}${state.at.includes('?') ? '&' : '?'}limit=10` } : state;
}

/** Notes all that is wrong with the page as it stands. */
async function look(page: Page, ask: Ask | 'nothing'): Promise<void> {
  const { width } = page.viewportSize() ?? WIDE;
  const theme = await page.evaluate(() =>
    matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
  );
  const found = [
    ...(ask === 'nothing' ? [] : await axeFindings(page, ask)),
    ...(ask === 'colours' ? [] : await misfits(page)),
    ...(ask === 'colours'
      ? []
      : (await cutTexts(page)).filter((text) => !IS_DATA.test(text)).map((text) => `cut: ${text}`)),
    ...(ask === 'all' ? (await motions(page)).map((what) => `moves: ${what}`) : []),
  ];
  expect.soft(found, `${theme}, ${width} px`).toEqual([]);
}
