import { useSyncExternalStore } from 'react';
import { isLanguage, type Language } from '../words/languages.ts';
import { followersOf } from './tabs.ts';
import type { Zone } from './ui/format.ts';

/** Taste, kept on this machine. Nothing here may ever change which rows a URL shows. */
export type Settings = {
  readonly zone: Zone;
  /** Light, dark, or as the system is. Read by the page's head too (index.html), before anything is painted. */
  readonly theme: Theme;
  /** Null for the browser's own. Another one holds from the page's next load on (`speakFirst`). */
  readonly language: Language | null;
  /** Whether single keys do anything (`j`, `k`, `/` …). */
  readonly keys: boolean;
  readonly density: Density;
  /** Whether the strip of times stands above the list. */
  readonly glance: boolean;
  /** Whether the demo's list tells how to connect an account, where there is none. */
  readonly connect: boolean;
  readonly columns: ColumnTaste;
};

/** How high the list's rows are. */
export type Density = (typeof DENSITIES)[number];
export const DENSITIES = ['comfortable', 'compact'] as const;

/** How the page is lit. */
export type Theme = (typeof THEMES)[number];
export const THEMES = ['system', 'light', 'dark'] as const;

/** What somebody wants of the list's columns, by their ids. Which there are, and what goes unsaid, is the list's. */
export type ColumnTaste = {
  /** Columns that are shown or hidden against their default. */
  readonly shown: Readonly<Record<string, boolean>>;
  /** The order; empty for the list's own. */
  readonly order: readonly string[];
  /** Widths in px. */
  readonly widths: Readonly<Record<string, number>>;
};

/** The list as it comes. */
export const NO_COLUMN_TASTE: ColumnTaste = { shown: {}, order: [], widths: {} };

const KEY = 'toloka-operations:settings';
/** Of the stored form. A setting whose meaning changes gets another name, so that old and new versions both read it. */
const VERSION = 1;
/** The stored object as it was read: what another version keeps in it is written back untouched. */
let stored: Readonly<Record<string, unknown>> = {};
let kept = true;
let current = read();
// What another tab has chosen is taken over, so that the next choice of this one does not undo it.
const { subscribe, tell } = followersOf(KEY, () => {
  current = read();
});

/** One setting, by name. Who uses it follows its changes, and renders for no other. */
export function useSetting<Name extends keyof Settings>(name: Name): Settings[Name] {
  const read = () => current[name];
  return useSyncExternalStore(subscribe, read, read);
}

/** Whether the browser keeps the settings; when false, they hold for this tab only. */
export function useSettingsKept(): boolean {
  return useSyncExternalStore(subscribe, settingsKept, settingsKept);
}

/** `useSettingsKept` for what is no component. */
export function settingsKept(): boolean {
  return kept;
}

/** The settings as they are now, for what is no component. */
export function settings(): Settings {
  return current;
}

/** Changes settings, for every tab of this browser; where it keeps nothing, for this one alone (`useSettingsKept`). */
export function changeSettings(update: Partial<Settings>): void {
  current = { ...current, ...update };
  try {
    stored = { ...stored, ...current, version: VERSION };
    localStorage.setItem(KEY, JSON.stringify(stored));
    kept = true;
  } catch {
    // Storage is full or blocked: the choice still holds for this tab, and those who offer choices say so.
    kept = false;
  }
  tell();
}

function read(): Settings {
  let text: string | null = null;
  try {
    text = localStorage.getItem(KEY);
  } catch {
    // Blocked: the defaults are as good, and those who offer choices say that none is kept.
    kept = false;
  }
  stored = parseObject(text ?? '');
  return decodeSettings(stored);
}

function parseObject(text: string): Readonly<Record<string, unknown>> {
  try {
    return recordOf(JSON.parse(text));
  } catch {
    // Empty, or a value of another program's: nothing in it can be of use.
    return {};
  }
}

/** Reads stored settings, each on its own: whatever is missing or cannot be understood is its default. Never throws. */
export function decodeSettings(value: unknown): Settings {
  const { zone, theme, language, keys, density, glance, connect, columns } = recordOf(value);
  const { shown, order, widths } = recordOf(columns);
  return {
    zone: zone === 'utc' ? 'utc' : 'local',
    theme: THEMES.find((name) => name === theme) ?? 'system',
    language: isLanguage(language) ? language : null,
    keys: keys !== false,
    density: DENSITIES.find((name) => name === density) ?? 'comfortable',
    glance: glance !== false,
    connect: connect !== false,
    columns: {
      shown: entriesOf(shown, (each) => typeof each === 'boolean'),
      order: Array.isArray(order) ? [...new Set(order.filter((each) => typeof each === 'string'))] : [],
      widths: entriesOf(widths, isWidth),
    },
  };
}

function isWidth(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0;
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function entriesOf<Value>(
  value: unknown,
  isRight: (each: unknown) => each is Value,
): Readonly<Record<string, Value>> {
  const entries = Object.entries(recordOf(value));
  return Object.fromEntries(entries.filter((entry): entry is [string, Value] => isRight(entry[1])));
}
