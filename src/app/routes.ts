/** Route patterns of the app; hrefs are built in `links.ts`. No imports here: the build and the server read it too. */
export const ROUTES = {
  home: '/',
  list: '/:environment/operations',
  /** Shadows the page of an operation whose ID is `compare`, which is shown where no `id` is named: see `router.tsx`. */
  compare: '/:environment/operations/compare',
  detail: '/:environment/operations/:id',
} as const;

export type PageName = Exclude<keyof typeof ROUTES, 'home'>;

/** The module that each page's code begins with, by its path in the project, as Vite's manifest names it. */
export const PAGE_MODULES: Readonly<Record<PageName, string>> = {
  list: 'src/app/list/ListPage.tsx',
  compare: 'src/app/compare/ComparePage.tsx',
  detail: 'src/app/detail/DetailPage.tsx',
};

/**
 * Which page a path needs, so that its code can be asked for before the router has a say; null for a path that is none.
 * Home leads on to a list. `search` is the query string.
 */
export function pageOfPath(path: string, search = ''): PageName | null {
  if (path === ROUTES.home) return 'list';
  const [, environment, operations, id, ...deeper] = path.replace(/\/+$/, '').split('/');
  if (!environment || operations !== 'operations' || deeper.length > 0) return null;
  if (id === undefined) return 'list';
  return id === 'compare' && new URLSearchParams(search).has('id') ? 'compare' : 'detail';
}
