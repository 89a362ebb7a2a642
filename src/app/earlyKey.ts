/** How long ago a key may have been pressed and still be meant when the code that knows the keys has come, in ms. */
const MEANT_MS = 5000;

let held: KeyboardEvent[] = [];
let fetchKeys = () => {};

/**
 * Keeps keys from being lost while the code that knows them is still to come. For the palette's (Ctrl or ⌘ with K, whose
 * place on a Cyrillic keyboard is л) `fetch` asks for it at once.
 */
export function holdKeys(fetch: () => void): void {
  fetchKeys = fetch;
  document.addEventListener('keydown', hold);
}

/** Ends that: the keys are known now. Gives those that were pressed meanwhile, in their order. */
export function takeKeys(): readonly KeyboardEvent[] {
  document.removeEventListener('keydown', hold);
  const taken = held;
  held = [];
  return taken.filter(isMeant);
}

function hold(event: KeyboardEvent): void {
  held = [...held.filter(isMeant), event];
  if (!(event.ctrlKey || event.metaKey) || !/^[kл]$/.test(event.key)) return;
  event.preventDefault();
  fetchKeys();
}

/** The palette's key, which is held back from the browser, is meant until the palette is there. */
function isMeant({ defaultPrevented, timeStamp }: KeyboardEvent): boolean {
  return defaultPrevented || performance.now() - timeStamp < MEANT_MS;
}
