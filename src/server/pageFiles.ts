import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PAGE_MODULES, type PageName } from '../app/routes.ts';

/** Of Vite's manifest, what is read here. */
type Entry = {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
  readonly isEntry?: boolean;
};

/** What a page's code and looks are made of, beside what `index.html` names itself. Paths begin with `/`. */
export type PageFiles = { readonly scripts: readonly string[]; readonly styles: readonly string[] };

/** Where `vite build` says what it has built. */
const MANIFEST = path.join('.vite', 'manifest.json');

/**
 * The files of each page, from the build's manifest: named in the page's head they come together with the entry, not
 * after it. A build without a manifest has none to name. Throws when the manifest is no JSON.
 */
export function readPageFiles(directory: string): (page: PageName) => PageFiles {
  const file = path.join(directory, MANIFEST);
  const manifest = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, Entry>>)
    : {};
  const entry = Object.keys(manifest).find((name) => manifest[name]?.isEntry);
  const known = new Set(entry === undefined ? [] : closure(manifest, entry));
  const filesOf = (page: PageName): PageFiles => {
    const own = closure(manifest, PAGE_MODULES[page]).filter((name) => !known.has(name));
    const chunks = own.flatMap((name) => manifest[name] ?? []);
    return {
      scripts: chunks.map((chunk) => `/${chunk.file}`),
      styles: [...new Set(chunks.flatMap(({ css = [] }) => css))].map((name) => `/${name}`),
    };
  };
  const files = { list: filesOf('list'), compare: filesOf('compare'), detail: filesOf('detail') };
  return (page) => files[page];
}

/** A module's chunk and all that it imports before it runs. */
function closure(manifest: Readonly<Record<string, Entry>>, start: string): string[] {
  const found = new Set<string>();
  const visit = (name: string) => {
    if (found.has(name) || !manifest[name]) return;
    found.add(name);
    for (const each of manifest[name].imports ?? []) visit(each);
  };
  visit(start);
  return [...found];
}
