import { importsOf, isTest, type Source } from './sources.ts';

/** A room of the house: where it is, which of the project's files it may know, and which packages. */
type Room = {
  readonly name: string;
  readonly at: RegExp;
  readonly knows: readonly RegExp[];
  readonly packages: RegExp;
};

const NONE = /^$/;
const TOLOKA = /^src\/toloka\//;
/** The reader's language: known to all who make texts, and knows nobody. */
const WORDS = /^src\/words\//;
const STYLES = /^src\/app\/.*\.css$/;
const UI = /^src\/app\/ui\//;
const API = /^src\/app\/api\//;
/** What is watched: pages offer it, and it knows none of them. */
const WATCH = /^src\/app\/watch\//;
const APP_ROOT = /^src\/app\/[^/]+$/;
/** The root's own pieces that put pages together: nothing below them may know them. */
const ASSEMBLY =
  /^src\/app\/(?:main|router|pageCode|approach|Upkeep|Shell|ShellParts|Elsewhere|HomePage)\.tsx?$/;
const APP_SHARED = /^src\/app\/(?!main|router|pageCode|approach|Upkeep|Shell|Elsewhere|HomePage)[^/]+$/;
const REACT = /^react(?:-dom)?(?:\/|$)/;
const APP_PACKAGES = /^(?:react|react-dom|react-router-dom|scheduler|@tanstack\/[a-z-]+)(?:\/|$)/;

/** First match wins. Design, "The house": imports run one way. */
const ROOMS: readonly Room[] = [
  { name: 'words', at: WORDS, knows: [WORDS], packages: NONE },
  { name: 'toloka', at: TOLOKA, knows: [TOLOKA, WORDS], packages: NONE },
  { name: 'app/ui', at: UI, knows: [UI, STYLES, WORDS], packages: REACT },
  { name: 'app/api', at: API, knows: [TOLOKA, API, WORDS], packages: /^@tanstack\/react-query$/ },
  {
    name: 'app/list',
    at: /^src\/app\/list\//,
    knows: [TOLOKA, WORDS, UI, API, APP_SHARED, WATCH, /^src\/app\/list\//, STYLES],
    packages: APP_PACKAGES,
  },
  {
    name: 'app/detail',
    at: /^src\/app\/detail\//,
    knows: [TOLOKA, WORDS, UI, API, APP_SHARED, WATCH, /^src\/app\/detail\//, STYLES],
    packages: APP_PACKAGES,
  },
  {
    name: 'app/compare',
    at: /^src\/app\/compare\//,
    knows: [TOLOKA, WORDS, UI, API, APP_SHARED, /^src\/app\/compare\//, STYLES],
    packages: APP_PACKAGES,
  },
  {
    name: 'app/watch',
    at: WATCH,
    knows: [TOLOKA, WORDS, UI, API, APP_SHARED, WATCH, STYLES],
    packages: APP_PACKAGES,
  },
  {
    name: 'app/views',
    at: /^src\/app\/views\//,
    knows: [TOLOKA, WORDS, UI, APP_SHARED, /^src\/app\/views\//, STYLES],
    packages: APP_PACKAGES,
  },
  {
    name: 'app/preferences',
    at: /^src\/app\/preferences\//,
    knows: [WORDS, UI, APP_SHARED, /^src\/app\/preferences\//, STYLES],
    packages: APP_PACKAGES,
  },
  {
    name: 'app/keys',
    at: /^src\/app\/keys\//,
    // The palette offers what every page does: views, what is watched, and filters as the list's own bar sets them.
    knows: [
      TOLOKA,
      WORDS,
      UI,
      APP_SHARED,
      WATCH,
      /^src\/app\/(?:keys|views|preferences)\//,
      /^src\/app\/list\/filters\/\w+\.ts$/,
      STYLES,
    ],
    packages: APP_PACKAGES,
  },
  { name: 'app assembly', at: ASSEMBLY, knows: [/^src\/app\//, TOLOKA, WORDS], packages: APP_PACKAGES },
  { name: 'app', at: APP_ROOT, knows: [TOLOKA, WORDS, UI, API, APP_SHARED, STYLES], packages: APP_PACKAGES },
  { name: 'emulator', at: /^src\/emulator\//, knows: [TOLOKA, /^src\/emulator\//], packages: /^node:/ },
  {
    name: 'server/main',
    at: /^src\/server\/main\.ts$/,
    knows: [TOLOKA, WORDS, /^src\/server\//, /^src\/emulator\/emulator\.ts$/],
    packages: /^node:/,
  },
  {
    name: 'server',
    at: /^src\/server\//,
    // What reads the app's addresses, which imports nothing: the page's head names what its address needs.
    // And the version.
    knows: [TOLOKA, WORDS, /^src\/server\//, /^src\/app\/routes\.ts$/, /^package\.json$/],
    packages: /^(?:node:.*|undici|sirv|vite)$/,
  },
  {
    name: 'e2e',
    at: /^e2e\//,
    // The table of all screens and states, which the pictures are taken of.
    knows: [/^e2e\//, /^scripts\/screenshots\//],
    packages: /^(?:node:.*|playwright(?:\/test)?|fast-check)$/,
  },
];

/** Imports that run against the house's one direction. Tests are free, but no code may import a test. */
export function wrongDirections(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    if (isTest(source.path)) return [];
    const imports = importsOf(source);
    const tests = imports.filter(({ target }) => target !== null && isTest(target));
    const found = tests.map(({ target }) => `${source.path}: code must not import the test file ${target}`);
    const room = ROOMS.find(({ at }) => at.test(source.path));
    if (!room) {
      const homeless = source.path.startsWith('src/') && !source.path.endsWith('.css');
      return homeless ? [...found, `${source.path}: is in no room of the house`] : found;
    }
    const forbidden = imports.filter(({ specifier, target }) =>
      target === null ? !room.packages.test(specifier) : !room.knows.some((known) => known.test(target)),
    );
    return [
      ...found,
      ...forbidden.map(
        ({ specifier, target }) => `${source.path}: ${room.name} must not import ${target ?? specifier}`,
      ),
    ];
  });
}

/** Relative imports of files that do not exist, or that are written without their extension. */
export function missingFiles(sources: readonly Source[], exists: (path: string) => boolean): string[] {
  return sources.flatMap((source) =>
    importsOf(source).flatMap(({ specifier, target }) => {
      if (target === null) return [];
      if (!/\.(?:tsx?|mjs|css|json)$/.test(specifier)) {
        return [`${source.path}: "${specifier}" lacks its extension`];
      }
      return exists(target) ? [] : [`${source.path}: "${specifier}" names a file that does not exist`];
    }),
  );
}

/** Files that import each other in a circle, each circle once; type imports count, since they tie rooms as well. */
export function cycles(sources: readonly Source[]): string[] {
  const graph = new Map(
    sources.map((source) => [source.path, importsOf(source).flatMap(({ target }) => target ?? [])]),
  );
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]): void => {
    const start = trail.indexOf(file);
    if (start >= 0) {
      found.push(`import cycle: ${[...trail.slice(start), file].join(' → ')}`);
      return;
    }
    if (done.has(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...trail, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return found;
}
