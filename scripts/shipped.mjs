import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A package that code imports, types left out: those are gone when it runs. */
const IMPORT = /^(?:import|export)\s+(?!type\b)(?:[^'";]*?\bfrom\s*)?'([^.'][^']*)'/gm;

/**
 * What is shipped, in the page or on the server: the packages that the code in `src` imports, and all that they need.
 * Only what the server needs is in package.json's `dependencies`: the build puts the rest into the page's own files.
 * Gives the places in the lockfile, sorted.
 */
export function shippedPackages(root) {
  const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  const found = new Set();
  const visit = (name, from) => {
    const at = placeOf(packages, name, from);
    if (at === null || found.has(at)) return;
    found.add(at);
    for (const each of Object.keys(packages[at].dependencies ?? {})) visit(each, at);
  };
  for (const name of importedPackages(path.join(root, 'src'))) visit(name, '');
  return [...found].toSorted((one, other) => (one < other ? -1 : 1));
}

/** Where npm has put what a package asks for: beside it, or further up. */
function placeOf(packages, name, from) {
  const places = from
    .split('/node_modules/')
    .map((_, index, parts) => parts.slice(0, index + 1).join('/node_modules/'));
  const candidates = [...places.filter(Boolean).toReversed(), ''].map((place) =>
    path.posix.join(place, 'node_modules', name),
  );
  return candidates.find((place) => Object.hasOwn(packages, place)) ?? null;
}

function importedPackages(folder) {
  const files = readdirSync(folder, { recursive: true })
    .map((name) => String(name).replaceAll(path.sep, '/'))
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|(?:^|\/)testing\//.test(name));
  const names = files.flatMap((name) =>
    Array.from(readFileSync(path.join(folder, name), 'utf8').matchAll(IMPORT), ([, specifier]) =>
      specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/'),
    ),
  );
  return new Set(names.filter((name) => !name.startsWith('node:')));
}
