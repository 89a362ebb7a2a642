import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A file of the project: its path from the root with `/`, and its text. */
export type Source = { readonly path: string; readonly text: string };

/** Something that a file imports, as written, and the project's file it means (null for a package). */
export type Import = { readonly specifier: string; readonly target: string | null };

const FOLDERS = ['src', 'e2e', 'tests', 'bench', 'scripts'];

/** Every source file of the project. */
export function projectSources(): Source[] {
  const top = readdirSync(ROOT).filter((name) => name.endsWith('.config.ts'));
  const files = FOLDERS.flatMap((folder) => filesBelow(folder)).concat(top);
  return files
    .filter((file) => /\.(?:tsx?|mjs|css)$/.test(file))
    .map((file) => ({ path: file, text: readFileSync(path.join(ROOT, file), 'utf8') }));
}

/** Every file below a folder of the project, as paths from the root; none when there is no such folder. */
export function filesBelow(folder: string): string[] {
  try {
    return readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** The text without its comments. Strings stay, so a rule about words must look at their surroundings too. */
export function codeOf(text: string): string {
  return text.replaceAll(/(^|[\s({[])\/\*[\s\S]*?\*\//g, '$1').replaceAll(/(^|\s)\/\/[^\n]*/g, '$1');
}

const STATIC_IMPORT = /^(?:import|export)\b(?:[^'";]*?\bfrom)?\s*['"]([^'"]+)['"]/gm;
const DYNAMIC_IMPORT = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;
/** How a worker's file is named: Vite makes a script of its own of it. */
const WORKER_FILE = /\bnew URL\(\s*['"](\.[^'"]+\.ts)['"]\s*,\s*import\.meta\.url\s*\)/g;

/** What a file imports or re-exports, type imports, dynamic ones and workers included. */
export function importsOf(source: Source): Import[] {
  const code = codeOf(source.text);
  const specifiers = [STATIC_IMPORT, DYNAMIC_IMPORT, WORKER_FILE].flatMap((form) => [...code.matchAll(form)]);
  return specifiers.flatMap(([, specifier]) => {
    if (specifier === undefined) return [];
    const relative = specifier.startsWith('.');
    const target = relative ? path.posix.join(path.posix.dirname(source.path), specifier) : null;
    return [{ specifier, target }];
  });
}

/** Whether a file only serves tests, and so may know more than the code it stands beside. */
export function isTest(file: string): boolean {
  return /\.test\.tsx?$/.test(file) || file.startsWith('tests/') || file.includes('/testing/');
}
