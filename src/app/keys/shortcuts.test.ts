import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ACTIONS, type Action } from '../actions.ts';
import { ACTION_WORDS } from './palette/entries.ts';
import { ALL_SHORTCUTS, capOf, SHORTCUTS } from './shortcuts.ts';

test('on one page no key does two things', () => {
  const [list, operation, everywhere] = SHORTCUTS.map(({ rows }) => rows.map(({ keys }): string => keys));
  for (const page of [list, operation]) {
    const keys = [...(page ?? []), ...(everywhere ?? [])];
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  }
});

test('no key is the beginning of two in a row', () => {
  const keys = ALL_SHORTCUTS.map((shortcut) => shortcut.keys);
  expect(keys.filter((key) => keys.some((other) => other.startsWith(`${key} `)))).toEqual([]);
});

test('what has a key has it in the table, with every action that the key does', () => {
  for (const [action, key] of Object.entries(ACTIONS)) {
    const rows = ALL_SHORTCUTS.filter(
      ({ does }) => typeof does !== 'string' && does.includes(action as Action),
    );
    expect(
      rows.map(({ keys }) => keys),
      action,
    ).toEqual(key === null ? [] : [key]);
  }
});

test('every action has a control somewhere in the app, and a name in the palette', () => {
  const pages = readdirSync('src/app', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.tsx') && !path.startsWith('keys/'))
    .map((path) => readFileSync(`src/app/${path}`, 'utf8'));
  const carries = (text: string, action: string) =>
    text.includes(`action="${action}"`) || (text.includes('useAction(') && text.includes(`'${action}'`));
  for (const action of Object.keys(ACTIONS)) {
    expect(
      pages.some((text) => carries(text, action)),
      action,
    ).toBe(true);
  }
  expect(Object.keys(ACTION_WORDS).toSorted()).toEqual(Object.keys(ACTIONS).toSorted());
});

test('caps are written as on a keyboard', () => {
  expect(['j', '/', 'Escape', 'Enter', 'g'].map(capOf)).toEqual(['J', '/', 'Esc', 'Enter', 'G']);
});
