import { elapsedMs, type Operation } from '../../toloka/operation.ts';
import { parseUtc } from '../../toloka/time.ts';
import { isTerminal } from '../../toloka/vocabulary.ts';
import { speech, t } from '../../words/words.ts';
import { formatCount, formatDurationWords } from '../ui/format.ts';

/** How long something took, or since when (epoch ms) it has been going on. */
export type Span =
  { readonly kind: 'past'; readonly ms: number } | { readonly kind: 'live'; readonly since: number };

/** The stretches of an operation's life; null where its times do not tell. */
export type Spans = {
  readonly waited: Span | null;
  readonly ran: Span | null;
  readonly total: Span | null;
};

/** How long an operation waited for its start, ran, and took from its submission on. Durations are never negative. */
export function spansOf({ submitted, started, finished, status }: Operation): Spans {
  const live = !isTerminal(status);
  return {
    waited: spanOf(submitted, started, live && finished === null),
    ran: spanOf(started, finished, live),
    total: spanOf(submitted, finished, live),
  };
}

function spanOf(from: string | null, to: string | null, live: boolean): Span | null {
  const ms = elapsedMs(from, to);
  if (ms !== null) return { kind: 'past', ms };
  const since = from === null ? null : parseUtc(from);
  return live && to === null && since !== null ? { kind: 'live', since } : null;
}

/** The length of a span at an instant, in ms; a live one in whole seconds, since a ticking clock shows no tenths. */
export function lengthAt(span: Span, now: number): number {
  if (span.kind === 'past') return span.ms;
  return Math.floor(Math.max(0, now - span.since) / 1000) * 1000;
}

/** Below this a ratio says more about how the times were rounded than about the operations, in ms. */
const SHORTEST_BASE_MS = 100;

/** How much longer or shorter `ms` is than `base`: `+1 min 20 s, 1.8×`, `−0.4 s`, `the same`. */
export function differenceWords(ms: number, base: number): string {
  const size = formatDurationWords(Math.abs(ms - base));
  if (size === formatDurationWords(0)) return t('the same');
  const ratio = base >= SHORTEST_BASE_MS ? ratioWords(ms / base) : null;
  return `${ms > base ? '+' : '−'}${size}${ratio === null ? '' : `, ${ratio}`}`;
}

/** Whether two lengths (ms) read the same at the exactness at which differences are told. */
export function sameLength(a: number, b: number): boolean {
  return formatDurationWords(Math.abs(a - b)) === formatDurationWords(0);
}

function ratioWords(ratio: number): string | null {
  if (ratio >= 9.95) return `${formatCount(Math.round(ratio))}×`;
  const text = ratio >= 0.95 ? ratio.toFixed(1) : ratio.toFixed(2);
  return Number(text) === 1 || Number(text) === 0
    ? null
    : `${text.replace(/\.0$/, '').replace('.', speech().decimal)}×`;
}
