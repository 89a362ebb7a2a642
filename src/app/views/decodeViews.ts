import { isEnvironmentName } from '../../toloka/environments.ts';
import { t } from '../../words/words.ts';
import { freeName, MAX_VIEWS, NO_VIEWS, tidyName, viewSearch, type SavedViews, type View } from './view.ts';

/** What a stored or imported text held. */
export type Decoded = {
  readonly saved: SavedViews;
  /** What is wrong with entries that had to be left out, a sentence each; empty when all was well. */
  readonly problems: readonly string[];
};

/** Why a text holds no views at all; the message is a sentence for people. */
export class NotViews extends Error {
  /** Whether a newer version of this app wrote it, so that it must not be written over. */
  readonly newer: boolean;

  constructor(message: string, newer = false) {
    super(message);
    this.newer = newer;
  }
}

const KIND = 'toloka-operations-views';
const VERSION = 1;
/** A query string longer than this no server or browser would take. */
const MAX_SEARCH = 8000;

/** Writes views as the JSON that is stored and exported. */
export function encodeViews({ views, start }: SavedViews): string {
  const plain = views.map(({ name, environment, search }) => ({ name, environment, search }));
  return JSON.stringify({ kind: KIND, version: VERSION, start, views: plain }, null, 2);
}

/**
 * Reads what `encodeViews` wrote, or somebody else did. Entries that are no views are left out and named; all others
 * are kept (up to `MAX_VIEWS`), two of one name under two names. Throws `NotViews`, and nothing else, when the text as a whole is none.
 */
export function decodeViews(text: string): Decoded {
  const { kind, version, views, start } = recordOf(parse(text)) ?? {};
  if (kind !== KIND) {
    throw new NotViews(t('It is not a file of views: it does not say "kind": "{kind}".', { kind: KIND }));
  }
  if (version !== VERSION) {
    const newer = typeof version === 'number' && version > VERSION;
    throw new NotViews(
      newer
        ? t('A newer version of this dashboard wrote it ({version}; this one reads {own}).', {
            version,
            own: VERSION,
          })
        : t('It does not say "version": {version}.', { version: VERSION }),
      newer,
    );
  }
  if (!Array.isArray(views)) throw new NotViews(t('It has no list of "views".'));
  const read: View[] = [];
  const problems: string[] = [];
  for (const [index, value] of views.slice(0, MAX_VIEWS).entries()) {
    const view = decodeView(value, index + 1);
    if (typeof view === 'string') problems.push(view);
    else read.push({ ...view, name: freeName(view.name, read) });
  }
  if (views.length > MAX_VIEWS) {
    problems.push(t('Only the first {n} entries are read.', { n: MAX_VIEWS }));
  }
  const first = typeof start === 'string' ? read.find(({ name }) => name === tidyName(start)) : undefined;
  return { saved: { ...NO_VIEWS, views: read, start: first?.name ?? null }, problems };
}

/** The view that the `n`-th entry is, or what is wrong with it. */
function decodeView(value: unknown, n: number): View | string {
  const entry = recordOf(value);
  if (!entry) return t('Entry {n} is not an object.', { n });
  const { name, environment, search } = entry;
  const tidy = typeof name === 'string' ? tidyName(name) : '';
  if (tidy === '') return t('Entry {n} has no name.', { n });
  if (typeof environment !== 'string' || !isEnvironmentName(environment)) {
    return t('Entry {n} (“{name}”) names no environment that Toloka has.', { n, name: tidy });
  }
  if (typeof search !== 'string') {
    return t('Entry {n} (“{name}”) has no text as its "search".', { n, name: tidy });
  }
  if (search.length > MAX_SEARCH) {
    return t('Entry {n} (“{name}”) has a "search" of more than {most} characters.', {
      n,
      name: tidy,
      most: MAX_SEARCH,
    });
  }
  return { name: tidy, environment, search: viewSearch(search) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new NotViews(t('It is not JSON: {error}.', { error: message }));
  }
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
}
