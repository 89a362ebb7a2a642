import { expect, type Page } from 'playwright/test';

/**
 * Words of Latin letters that belong into a Russian page: names, the API's own words, keys. A code (`POOL.OPEN`), an ID, a
 * parameter (`pool_id`) or a single letter is known by its form and need not stand here.
 */
const LATIN = new Set(
  `Toloka API ID ID- JSON CSV JSONL Python curl cURL toloka-kit OAuth GMT UTC Ctrl Alt Shift Enter Esc Escape Tab
   status sort items https http localhost Excel pandas true false null`.split(/\s+/),
);
const CODE = /[\d_]|^[A-Z]{2,}(?:[._-][A-Z]+)*$|^.$/;

/** Asserts that the page says to be in a language. */
export async function expectLanguage(page: Page, language: string): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', language);
}

/**
 * Asserts that all that can be read on the page, seen or only heard, is Russian, but for names and codes. `data` are texts
 * that came from the API, which are shown as they came.
 */
export async function expectRussian(page: Page, screen: string, data: readonly string[]): Promise<void> {
  await expectLanguage(page, 'ru');
  const texts = await readable(page);
  const english = texts.flatMap((text) => {
    if (data.includes(text)) return [];
    // The product's name, another language's own, and pieces of an address such as `status=FAIL`.
    const words =
      text.replaceAll(/Toloka Operations|English|\b[a-z_]+=\S+/g, '').match(/[A-Za-z][\w.~-]*/g) ?? [];
    const strange = words.filter((word) => {
      const bare = word.replace(/[.~-]+$/, '');
      return !CODE.test(bare) && !LATIN.has(bare);
    });
    return strange.length === 0 ? [] : [text];
  });
  expect.soft([...new Set(english)], `English on ${screen}`).toEqual([]);
}

/** What is read on the page as it stands: texts, names, hints and the title. What is code, or has its own `lang`, is not. */
function readable(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const own = 'code, pre, script, style, [lang]:not(html), [role="log"]';
    const found = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node instanceof Element ? node : node.parentElement;
      if (!element || element.closest(own) || !element.checkVisibility()) continue;
      if (node instanceof Element) {
        const names = ['aria-label', 'aria-description', 'aria-valuetext', 'title', 'placeholder', 'alt'];
        found.push(...names.flatMap((name) => element.getAttribute(name) ?? []));
        for (const place of ['::before', '::after'])
          found.push(/^"(.*)"$/.exec(getComputedStyle(element, place).content)?.[1] ?? '');
      } else found.push(node.textContent ?? '');
    }
    return found.map((text) => text.replaceAll(/\s+/g, ' ').trim()).filter((text) => text !== '');
  });
}

/**
 * Asserts that no button, link, field, heading or column header shows less than all of its words, and the page fits.
 * `data` are texts that came from the API, which may be of any length.
 */
export async function expectUncut(page: Page, screen: string, data: readonly string[]): Promise<void> {
  const cut = await cutTexts(page);
  expect
    .soft(
      cut.filter((text) => !data.includes(text)),
      `cut off on ${screen}`,
    )
    .toEqual([]);
}

/** What of the controls' and headings' words cannot be seen wholly, and the page itself when it is too wide. */
export async function cutTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const controls =
      'button, [role="combobox"], [role="tab"], summary, legend, label, h1, h2, h3, th, header a, nav a';
    const isCut = (text: Text, control: Element) => {
      const range = document.createRange();
      range.selectNodeContents(text);
      const words = range.getBoundingClientRect();
      for (let box = text.parentElement; box; box = box.parentElement) {
        const style = getComputedStyle(box);
        const edges = box.getBoundingClientRect();
        const beyond = words.right > edges.right + 1 || words.left < edges.left - 1;
        // What is 1 px wide is for those who hear it.
        if (edges.width <= 1) return false;
        const clips = style.overflowX !== 'visible' && beyond;
        // A line's own elements have no width: what runs through them is their line's.
        if (style.display !== 'inline' && (clips || (box === control && beyond))) return true;
        if (box === control) return false;
      }
      return false;
    };
    const found: string[] = [];
    for (const control of document.querySelectorAll(controls)) {
      const walker = document.createTreeWalker(control, NodeFilter.SHOW_TEXT);
      for (let text = walker.nextNode(); text; text = walker.nextNode()) {
        const seen = text.parentElement?.checkVisibility({ visibilityProperty: true, opacityProperty: true });
        if (!seen || text.parentElement?.closest('code, pre, .visually-hidden') || !text.textContent?.trim())
          continue;
        if (text instanceof Text && isCut(text, control)) found.push(text.textContent);
      }
    }
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`the page itself (${scrollWidth} px in ${clientWidth})`);
    return [...new Set(found)];
  });
}
