/** What reading a key needs of a keyboard event. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'
> & { readonly getModifierState: (key: 'AltGraph') => boolean };

/** The signs of keys that on a Cyrillic keyboard hold letters or other signs, by the key's place. */
const SIGNS: Readonly<Record<string, string>> = { BracketLeft: '[', BracketRight: ']' };

/**
 * The key that was pressed alone, letters small: `j`, `/`, `?`, `Escape`. Null for what is pressed together with a modifier
 * key, for capitals, and for what only makes a character in the end (IME). On a keyboard without Latin letters the key's
 * place counts.
 */
export function singleKey(event: KeyPress): string | null {
  // AltGr, which some keyboards need for a bracket, tells itself as both of the others.
  const altGraph = event.getModifierState('AltGraph');
  if (event.isComposing || event.metaKey || (!altGraph && (event.ctrlKey || event.altKey))) return null;
  const key = event.key.length > 1 ? event.key : latin(event);
  const letter = /^\p{L}$/u.test(key);
  if (letter && event.shiftKey) return null;
  return letter ? key.toLowerCase() : key;
}

/** Whether a key opens the palette: ⌘ K on Apple's systems, where Ctrl K belongs to text fields, else Ctrl K. */
export function isPaletteKey(event: KeyPress, apple: boolean): boolean {
  const { ctrlKey, metaKey, altKey, shiftKey, isComposing } = event;
  const modified = apple ? metaKey && !ctrlKey : ctrlKey && !metaKey;
  return modified && !altKey && !shiftKey && !isComposing && latin(event).toLowerCase() === 'k';
}

/** Whether this is one of Apple's systems, which have a ⌘ key. */
export function isApple(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.platform);
}

/** The palette's keys, as their caps say. */
export function paletteKeys(apple: boolean): string {
  return apple ? '⌘ K' : 'Ctrl K';
}

function latin({ key, code, shiftKey }: KeyPress): string {
  // Of all layouts, only Cyrillic ones have these signs there; the question mark's own place holds a comma.
  if (code === 'Slash' && key === '.') return '/';
  if (code === 'Slash' && key === ',' && shiftKey) return '?';
  if (/^[\u0020-\u024f]*$/.test(key)) return key;
  return SIGNS[code] ?? /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? key;
}
