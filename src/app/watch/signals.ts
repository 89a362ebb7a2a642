import { statusLabel, typeLabel } from '../../toloka/vocabulary.ts';
import { plural, t } from '../../words/words.ts';
import { environmentLabel } from '../environments.ts';
import { shortId } from '../ui/format.ts';
import { hasFailed, isNews, watchKey, type WatchedOperation } from './watched.ts';

/** What the tab's icon says: how far what is watched has come, or what came of it while nobody looked. */
export type Signal =
  | { readonly kind: 'running'; readonly percent: number | null }
  | { readonly kind: 'success' }
  | { readonly kind: 'fail' };

/**
 * What the tab's icon says of the watched operations, or null for nothing. `unreadable` holds the keys of those of which
 * nothing can be learned for now: they are not said to run.
 */
export function signalOf(
  entries: readonly WatchedOperation[],
  unreadable: ReadonlySet<string>,
): Signal | null {
  const news = entries.filter(isNews);
  if (news.length > 0) return { kind: news.some(hasFailed) ? 'fail' : 'success' };
  const running = runningOf(entries, unreadable);
  return running.length === 0 ? null : { kind: 'running', percent: meanPercent(running) };
}

/**
 * What goes before a page's title: `(2 running 47%) `, `✓ ` or `✗ ` for ends while nobody looked; empty for nothing.
 * Of the one operation on whose page one is (`shown`, its key) the page's own title says how far it is.
 */
export function titlePrefix(
  entries: readonly WatchedOperation[],
  unreadable: ReadonlySet<string>,
  shown: string | null,
): string {
  const news = entries.filter(isNews);
  const mark = news.length === 0 ? '' : news.some(hasFailed) ? '✗ ' : '✓ ';
  const running = runningOf(entries, unreadable);
  const [only] = running;
  if (!only || (running.length === 1 && watchKey(only) === shown)) return mark;
  const percent = meanPercent(running);
  const count = running.length;
  const words =
    percent === null
      ? plural(count, '{n} running', '{n} running')
      : plural(count, '{n} running {percent}%', '{n} running {percent}%', { percent });
  return `${mark}(${words}) `;
}

/** An end in words: what became of what, and where. */
export function endWords(entry: WatchedOperation): { readonly title: string; readonly body: string } {
  return {
    title: `${statusLabel(entry.status)}: ${typeLabel(entry.type) || t('Operation')}`,
    body: `${environmentLabel(entry.environment)} · ${shortId(entry.id)}`,
  };
}

/** The entries that had not ended before. */
export function newEnds(
  before: readonly WatchedOperation[],
  now: readonly WatchedOperation[],
): WatchedOperation[] {
  const open = new Set(before.filter(({ endedAt }) => endedAt === null).map(watchKey));
  return now.filter((entry) => entry.endedAt !== null && open.has(watchKey(entry)));
}

// Of one, its own name and outcome are said.
const NONE_FAILED = '{n} watched operations have ended, none of them failed';
const SOME_FAILED = '{n} watched operations have ended, {failed} of them failed';

/** What has ended, in a sentence; empty for nothing. */
export function endingWords(ends: readonly WatchedOperation[]): string {
  const [only] = ends;
  if (!only) return '';
  if (ends.length === 1) {
    const { title, body } = endWords(only);
    return `${title}, ${body}`;
  }
  const failed = ends.filter(hasFailed).length;
  return failed === 0
    ? plural(ends.length, NONE_FAILED, NONE_FAILED)
    : plural(ends.length, SOME_FAILED, SOME_FAILED, { failed });
}

function runningOf(
  entries: readonly WatchedOperation[],
  unreadable: ReadonlySet<string>,
): WatchedOperation[] {
  // Of what was never read nobody can say that it runs.
  return entries.filter(
    (entry) => entry.endedAt === null && entry.status !== '' && !unreadable.has(watchKey(entry)),
  );
}

/** The mean of those that say how far they are, in whole percent, rounded down: 100 is for what has ended. */
function meanPercent(running: readonly WatchedOperation[]): number | null {
  const said = running.flatMap(({ progress }) => progress ?? []);
  return said.length === 0 ? null : Math.floor(said.reduce((sum, each) => sum + each, 0) / said.length);
}
