/** The app's addresses, read here and nowhere else; `links.ts` writes them. No imports: the build and the server read it too. */
export type PageName = 'list' | 'compare' | 'detail';

/** Whether a path is home, which leads on to a list. */
export function isHome(path: string): boolean {
  return /^\/+$/.test(path);
}

/** The module that each page's code begins with, by its path in the project, as Vite's manifest names it. */
export const PAGE_MODULES: Readonly<Record<PageName, string>> = {
  list: 'src/app/list/ListPage.tsx',
  compare: 'src/app/compare/ComparePage.tsx',
  detail: 'src/app/detail/DetailPage.tsx',
};

/** What a path names: `/:environment/operations`, the same with `/:id`, or something below that is no page (`deeper`). */
type PathParts = {
  readonly environment: string;
  /** Of an operation; null for the list. */
  readonly id: string | null;
  readonly deeper: boolean;
};

/** Reads a path, as a URL writes it; null where it is none of the app's. */
export function readPath(path: string): PathParts | null {
  const [, environment, operations, id, ...deeper] = path.replace(/\/+$/, '').split('/');
  if (!environment || operations?.toLowerCase() !== 'operations') return null;
  return {
    environment: decoded(environment),
    id: id === undefined ? null : decoded(id),
    deeper: id === '' || deeper.length > 0,
  };
}

/** A piece of a path; one that cannot be decoded stands for itself. */
function decoded(piece: string): string {
  try {
    return decodeURIComponent(piece);
  } catch {
    return piece;
  }
}

/**
 * Which page a path needs, so that its code can be asked for before anything is drawn; null for a path that is none.
 * `search` is the query string: a comparison names what it compares, and the same path without any `id` is the page of the
 * operation whose ID is `compare`.
 */
export function pageOfPath(path: string, search = ''): PageName | null {
  if (isHome(path)) return 'list';
  const parts = readPath(path);
  if (!parts || parts.deeper) return null;
  if (parts.id === null) return 'list';
  return parts.id === 'compare' && new URLSearchParams(search).has('id') ? 'compare' : 'detail';
}
