import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PAGE_MODULES, type PageName } from '../app/routes.ts';
import { LANGUAGE_CODES, type Language } from '../words/languages.ts';

/** Of Vite's manifest, what is read here. */
type Entry = {
  readonly file: string;
  readonly name?: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
};

/** What a page's code and looks are made of, beside what `index.html` names itself. Paths begin with `/`. */
export type PageFiles = { readonly scripts: readonly string[]; readonly styles: readonly string[] };

/** Where `vite build` says what it has built. */
const MANIFEST = path.join('.vite', 'manifest.json');

/** What a page in a language is made of; `page` is null where the address is none of the app's pages. */
export type FilesOf = (page: PageName | null, language: Language) => PageFiles;

/**
 * The files of each page and of each language's texts, from the build's manifest: named in the page's head they come
 * together with the entry, not after it. A build without a manifest has none to name. Throws when the manifest is no JSON.
 */
export function readPageFiles(directory: string): FilesOf {
  const file = path.join(directory, MANIFEST);
  const manifest = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, Entry>>)
    : {};
  const known = new Set(closure(manifest, chunkOf(manifest, 'index.html')));
  const filesOf = (module: string): PageFiles => {
    const own = closure(manifest, chunkOf(manifest, module)).filter((name) => !known.has(name));
    const chunks = own.flatMap((name) => manifest[name] ?? []);
    return {
      scripts: chunks.map((chunk) => `/${chunk.file}`),
      styles: [...new Set(chunks.flatMap(({ css = [] }) => css))].map((name) => `/${name}`),
    };
  };
  const pages = new Map(Object.entries(PAGE_MODULES).map(([page, module]) => [page, filesOf(module)]));
  // English stands in the code and has no file.
  const texts = new Map(LANGUAGE_CODES.map((code) => [code, filesOf(`src/words/${code}.json`)]));
  return (page, language) => {
    const parts = [texts.get(language), page === null ? undefined : pages.get(page)];
    const files = parts.filter((each) => each !== undefined);
    return {
      scripts: files.flatMap(({ scripts }) => scripts),
      styles: files.flatMap(({ styles }) => styles),
    };
  };
}

/**
 * What the manifest calls a module's chunk: by the module, or, where the build has put more into the same file
 * (`scripts/lean.ts`), by the file, which then has the module's name.
 */
function chunkOf(manifest: Readonly<Record<string, Entry>>, module: string): string {
  const { name } = path.parse(module);
  const isItsFile = (entry: Entry | undefined) => entry?.name === name && entry.file.endsWith('.js');
  return manifest[module]
    ? module
    : (Object.keys(manifest).find((key) => isItsFile(manifest[key])) ?? module);
}

/** A chunk and all that it imports before it runs. */
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
