/** What a page showed of an operation: its status in words, and the progress of its bar in percent (null without one). */
export type Shown = {
  readonly id: string;
  readonly status: string;
  readonly progress: number | null;
  /** Where: the list's row or the operation's own page. */
  readonly place: 'list' | 'detail';
};

/**
 * Source of a script that takes down, in `window.shown`, every state in which the list or an operation's page shows an
 * operation: after each change of the document, so that nothing passes unseen.
 */
export const SHOWN_SOURCE = `(() => {
  let taken = [];
  // Of what is on the page now and no more, so that a long visit does not fill the page with what it is watched by.
  let last = new Map();
  const progressOf = (box) => {
    const value = box?.querySelector('[role=progressbar][aria-label=Progress]')?.getAttribute('aria-valuenow');
    return value == null ? null : Number(value);
  };
  const idOf = (address) => decodeURIComponent(address.pathname.split('/').at(-1));
  const look = () => {
    const shown = new Map();
    const note = (state) => {
      const key = JSON.stringify(state);
      shown.set(state.id, key);
      if (last.get(state.id) !== key) taken.push(state);
    };
    for (const row of document.querySelectorAll('table[aria-label=Operations] tbody tr')) {
      const link = row.querySelector('[data-column=operation] a');
      const status = row.querySelector('[data-column=status]')?.textContent ?? '';
      if (link) note({ id: idOf(new URL(link.href)), status, progress: progressOf(row), place: 'list' });
    }
    const status = document.querySelector('[role=status][aria-label="Operation status"]')?.textContent;
    const id = idOf(location);
    // The address changes before the page does, and a page's head comes a frame before its boxes, of which one holds the bar.
    if (status != null && document.querySelector('h1')?.textContent.includes(id) && document.querySelector('main section'))
      note({ id, status, progress: progressOf(document), place: 'detail' });
    last = shown;
  };
  addEventListener('DOMContentLoaded', () => {
    const everything = { childList: true, subtree: true, characterData: true, attributes: true };
    new MutationObserver(look).observe(document.body, everything);
  });
  window.takeShown = () => taken.splice(0);
})();`;
