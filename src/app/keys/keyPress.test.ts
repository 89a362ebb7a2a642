import { expect, test } from 'vitest';
import { isPaletteKey, singleKey, type KeyPress } from './keyPress.ts';

const press = (key: string, code: string, held: Partial<KeyPress> = {}, altGraph = false): KeyPress => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  getModifierState: () => altGraph,
  ...held,
});
const shift = { shiftKey: true };

test.each([
  ['a letter', press('j', 'KeyJ'), 'j'],
  ['a letter under Caps Lock', press('J', 'KeyJ'), 'j'],
  ['a letter of another Latin layout, by what it writes', press('j', 'KeyC'), 'j'],
  ['a sign', press('/', 'Slash'), '/'],
  ['a sign with Shift', press('?', 'Slash', shift), '?'],
  [
    'a sign with AltGr, which tells itself as Ctrl and Alt',
    press('[', 'Digit8', { ctrlKey: true, altKey: true }, true),
    '[',
  ],
  ['a named key', press('Escape', 'Escape'), 'Escape'],
  ['a Cyrillic letter, by its place', press('о', 'KeyJ'), 'j'],
  ['a Cyrillic letter in a bracket’s place', press('х', 'BracketLeft'), '['],
  ['a Cyrillic letter in the other bracket’s place', press('ъ', 'BracketRight'), ']'],
  ['the full stop in the place of a Cyrillic keyboard’s slash', press('.', 'Slash'), '/'],
  ['the comma in the place of its question mark', press(',', 'Slash', shift), '?'],
])('%s is read', (_, event, key) => {
  expect(singleKey(event)).toBe(key);
});

test.each([
  ['a capital', press('J', 'KeyJ', shift)],
  ['a capital of a Cyrillic keyboard', press('О', 'KeyJ', shift)],
  ['a key with Ctrl', press('r', 'KeyR', { ctrlKey: true })],
  ['a key with ⌘', press('r', 'KeyR', { metaKey: true })],
  ['a key with Alt', press('/', 'Slash', { altKey: true })],
  ['a key that composes a character', press('j', 'KeyJ', { isComposing: true })],
])('%s is no single key', (_, event) => {
  expect(singleKey(event)).toBeNull();
});

test('the palette has Ctrl K, and on Apple’s systems ⌘ K, in every layout', () => {
  const ctrl = { ctrlKey: true };
  expect(isPaletteKey(press('k', 'KeyK', ctrl), false)).toBe(true);
  expect(isPaletteKey(press('л', 'KeyK', ctrl), false)).toBe(true);
  expect(isPaletteKey(press('k', 'KeyV', ctrl), false)).toBe(true);
  expect(isPaletteKey(press('t', 'KeyK', ctrl), false), 'Ctrl T of a Dvorak keyboard').toBe(false);
  expect(isPaletteKey(press('k', 'KeyK', { metaKey: true }), true)).toBe(true);
  expect(isPaletteKey(press('k', 'KeyK', ctrl), true), 'it deletes to the line’s end there').toBe(false);
  expect(isPaletteKey(press('k', 'KeyK', { ...ctrl, ...shift }), false)).toBe(false);
  expect(isPaletteKey(press('k', 'KeyK'), false)).toBe(false);
});
