import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Plugin } from 'vite';

/** Letters and digits of a class's name. A few hundred classes hardly meet among 36 to the power of five. */
const NAME_LENGTH = 5;

/**
 * Short names for the classes of CSS modules, for `css.modules.generateScopedName`: each stands in the styles and once
 * more in the script, and what is random in it does not compress. Made of the file (below `root`) and the class alone, so
 * that builds of the same source are the same. Throws when two classes would get one name.
 */
export function shortClassNames(root: string): (name: string, file: string) => string {
  const owners = new Map<string, string>();
  return (name, file) => {
    const owner = `${path.relative(root, file.replace(/\?.*$/, ''))} ${name}`;
    const digest = createHash('sha256').update(owner).digest().readUIntBE(0, 6);
    const short = `_${digest.toString(36).slice(-NAME_LENGTH)}`;
    const other = owners.get(short) ?? owner;
    if (other !== owner)
      throw new Error(`the classes "${other}" and "${owner}" would have one name: rename one`);
    owners.set(short, owner);
    return short;
  };
}

/** Gives a context or a component its name for debugging, at the top of a module. */
const DEBUG_NAME = /^\w+\.displayName = "[^"]*";$/gm;
/** Makes a context or a component, at the top of a module. */
const MAKING = /(?<=^var \w+ = )React\d*\.(?:createContext|forwardRef|memo)\(/gm;

/** A package's code so that the bundler can leave out what nobody uses of it. */
export function withoutDebugNames(code: string): string {
  return code.replace(DEBUG_NAME, '').replace(MAKING, '/* @__PURE__ */ $&');
}

/**
 * Vite plugin: lets the build leave out what no page uses of the router. The package names its contexts and components
 * for debugging, which counts as a use of each, and does not say that making them has no other effect: `Form`, `NavLink`
 * and all that they lead to would come along, a sixth of the router.
 */
export function leanRouter(): Plugin {
  return {
    name: 'lean-router',
    apply: 'build',
    transform: {
      filter: { id: /\/react-router\/dist\/production\/[^/]+\.mjs$/ },
      handler: (code) => ({ code: withoutDebugNames(code), map: null }),
    },
  };
}

/** What the bundler knows of modules. */
type Graph = {
  readonly getModuleInfo: (id: string) => {
    readonly importedIds: readonly string[];
    readonly dynamicallyImportedIds: readonly string[];
  } | null;
};

/** What a package's index names beside what is used of it: needed by some pages only, and large. */
const NOT_FOR_ALL = /useQueries|queriesObserver|useIsFetching/;

const LIBRARY = /\/node_modules\//;

/**
 * Which file of the build a module comes in, for `codeSplitting.groups`: all that `entry` needs before it runs, what all
 * of the `pages` need, and what the first of them shares with other parts, is one file (`index`); what of it is a
 * package's, another (`libraries`), which is run while the rest still comes, and stays in the browser's cache when only the
 * app changes; what else only one page's room needs, and the page before it runs, a third; what a page needs and other
 * parts too, a fourth (`shared`). Left to itself the bundler makes a file of each piece that two others share: ten requests
 * before the first row, and each of them compresses worse.
 */
export function filesOfPages(root: string, entry: string, pages: readonly string[]) {
  const names = new Map<string, string>();
  let sorted = false;
  const sort = (graph: Graph) => {
    sorted = true;
    const start = path.join(root, entry);
    const later = laterParts(graph, start).map((part) => ({ part, needs: needs(graph, part) }));
    const ofPages = pages.map((page) => needs(graph, path.join(root, page)));
    for (const [at, page] of pages.entries()) {
      const room = path.join(root, path.dirname(page), path.sep);
      for (const id of ofPages[at] ?? []) {
        const others = later.some((each) => !each.part.startsWith(room) && each.needs.has(id));
        // The first page of all must not wait for what only the others share.
        const forAll = (at === 0 || ofPages.every((each) => each.has(id))) && !NOT_FOR_ALL.test(id);
        if (names.get(id) !== 'index')
          names.set(id, !others ? path.basename(page, '.tsx') : forAll ? 'index' : 'shared');
      }
    }
    for (const id of needs(graph, start)) if (!NOT_FOR_ALL.test(id)) names.set(id, 'index');
  };
  const nameOf = (id: string, graph: Graph) => {
    if (!sorted) sort(graph);
    return names.get(id) ?? null;
  };
  return [
    {
      debugName: 'libraries',
      name: (id: string, graph: Graph) =>
        LIBRARY.test(id) && nameOf(id, graph) === 'index' ? 'libraries' : null,
      priority: 3,
    },
    {
      debugName: 'entry',
      name: (id: string, graph: Graph) => (nameOf(id, graph) === 'index' ? 'index' : null),
      priority: 2,
    },
    { debugName: 'pages', name: nameOf, priority: 1, includeDependenciesRecursively: false },
  ];
}

/** The modules that `start` and all that it leads to import only when they are needed. */
function laterParts(graph: Graph, start: string): readonly string[] {
  const found = new Set<string>();
  const visit = (root: string) => {
    for (const id of needs(graph, root)) {
      for (const part of graph.getModuleInfo(id)?.dynamicallyImportedIds ?? []) {
        if (found.has(part)) continue;
        found.add(part);
        visit(part);
      }
    }
  };
  visit(start);
  return [...found];
}

/** A module and all that it imports before it runs. */
function needs(graph: Graph, start: string): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (id: string) => {
    if (found.has(id)) return;
    found.add(id);
    for (const next of graph.getModuleInfo(id)?.importedIds ?? []) visit(next);
  };
  visit(start);
  return found;
}
