let wanted = false;
let fetchKeys = () => {};

/**
 * Keeps the palette's key (Ctrl or ⌘ with K, whose place on a Cyrillic keyboard is л) from being lost while the code that
 * knows the keys is still to come: `fetch` then asks for it at once.
 */
export function holdPaletteKey(fetch: () => void): void {
  fetchKeys = fetch;
  document.addEventListener('keydown', hold);
}

/** Ends that: the keys are known now. Whether the palette's was pressed meanwhile. */
export function takePaletteKey(): boolean {
  document.removeEventListener('keydown', hold);
  const pressed = wanted;
  wanted = false;
  return pressed;
}

function hold(event: KeyboardEvent): void {
  if (!(event.ctrlKey || event.metaKey) || !/^[kл]$/.test(event.key)) return;
  event.preventDefault();
  wanted = true;
  fetchKeys();
}
