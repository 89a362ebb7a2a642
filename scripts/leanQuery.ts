import type { Plugin } from 'vite';

/**
 * What stands for the parts of `@tanstack/query-core` that every client brings along and this app never uses: it changes
 * nothing on a server (no mutations), and pages by its own reckoning (no infinite queries). By file name; 2.3 kB gzip of
 * the first row. `tests/leanQuery.test.ts` holds that nobody uses them, and that the client asks no more of them.
 */
export const UNUSED: Readonly<Record<string, string>> = {
  'mutationCache.js': `
export class MutationCache {
  findAll() { return []; }
  clear() {}
  resumePausedMutations() { return Promise.resolve(); }
}`,
  'infiniteQueryBehavior.js': `
const unused = () => { throw new Error('scripts/leanQuery.ts leaves infinite queries out'); };
export { unused as infiniteQueryBehavior, unused as hasNextPage, unused as hasPreviousPage };`,
};

/** Vite plugin: leaves out of the build what the app does not use of its query library. */
export function leanQuery(): Plugin {
  return {
    name: 'lean-query',
    apply: 'build',
    transform: {
      filter: { id: /\/@tanstack\/query-core\/build\/modern\/[^/]+\.js$/ },
      handler(_, id) {
        const code = UNUSED[id.slice(id.lastIndexOf('/') + 1)];
        return code === undefined ? null : { code, map: null };
      },
    },
  };
}
