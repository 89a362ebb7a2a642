import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../architecture/sources.ts';

/** One text of a language's file: what it is known by, and what stands for it, one text or several by plural form. */
export type Entry = {
  readonly file: string;
  readonly key: string;
  readonly value: string | Readonly<Record<string, string>>;
};

/** Rules about one entry at a time. Each returns `file: “key”: what is wrong`. */
export type EntryRule = (entry: Entry) => string[];

const FOLDER = 'src/words';
const ENGLISH_MARK = /##.*$/s;

/** All entries of the files of one language: `ru.json`, and parts such as `ru.list.json` where there are any. */
export function entriesOf(language: string): Entry[] {
  const name = new RegExp(`^${language}(?:\\.[a-z]+)?\\.json$`);
  const files = readdirSync(path.join(ROOT, FOLDER)).filter((file) => name.test(file));
  return files.flatMap((file) => {
    const text = readFileSync(path.join(ROOT, FOLDER, file), 'utf8');
    const texts = JSON.parse(text) as Record<string, Entry['value']>;
    return Object.entries(texts).map(([key, value]) => ({ file, key, value }));
  });
}

/** Every text that stands for an entry. */
function textsOf({ value }: Entry): string[] {
  return typeof value === 'string' ? [value] : Object.values(value);
}

/** The `{names}` in a text, each once, in the alphabet's order. */
function placeholders(text: string): string {
  const names = Array.from(text.matchAll(/\{(\w+)\}/g), ([, name = '']) => name);
  return [...new Set(names)].toSorted().join(' ');
}

/** Texts whose `{names}` are not those of the English one: a value would be lost, or a name would be read aloud. */
export const wrongPlaceholders: EntryRule = (entry) => {
  const wanted = placeholders(entry.key);
  const wrong = textsOf(entry).filter((text) => placeholders(text) !== wanted);
  return wrong.map((text) => `${entry.file}: “${entry.key}”: “${text}” has other {names}`);
};

/** Counted texts without exactly the plural forms that a language has by CLDR. */
export const wrongForms =
  (forms: readonly string[]): EntryRule =>
  ({ file, key, value }) => {
    if (typeof value === 'string') return [];
    const own = Object.keys(value).toSorted().join(' ');
    return own === forms.toSorted().join(' ') ? [] : [`${file}: “${key}”: has the forms ${own}`];
  };

/** Texts with spaces at an end: whoever reads them cannot see why words stand apart, or glued together. */
export const looseSpaces: EntryRule = (entry) => {
  const loose = [entry.key.replace(ENGLISH_MARK, ''), ...textsOf(entry)].filter(
    (text) => text.trim() !== text,
  );
  return loose.map((text) => `${entry.file}: “${text}” begins or ends with a space`);
};

/** Texts without words, and texts that nobody has translated, unless they are `alike` in both languages. */
export const untranslated =
  (alike: ReadonlySet<string>): EntryRule =>
  (entry) => {
    const english = entry.key.replace(ENGLISH_MARK, '');
    const wordless = !/\p{L}/u.test(english.replaceAll(/\{\w+\}/g, ''));
    const empty = textsOf(entry).filter((text) => text === '');
    const same = wordless || alike.has(english) ? [] : textsOf(entry).filter((text) => text === english);
    return [...empty, ...same].map(() => `${entry.file}: “${entry.key}” is not translated`);
  };

/** Entries that no code asks for: `codes` are the texts of all files that make texts. */
export const unused = (codes: readonly string[]): EntryRule => {
  const all = codes.join('\n');
  return ({ file, key }) => {
    const escaped = key.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
    const written = [
      `'${escaped.replaceAll("'", "\\'")}'`,
      `"${escaped.replaceAll('"', '\\"')}"`,
      `\`${escaped}\``,
    ];
    return written.some((literal) => all.includes(literal)) ? [] : [`${file}: “${key}” is not used`];
  };
};
