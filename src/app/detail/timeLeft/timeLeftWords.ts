import type { Lately } from '../../../toloka/estimate/lately.ts';
import { stated } from '../../../toloka/estimate/stated.ts';
import type { TimeLeft } from '../../../toloka/estimate/timeLeft.ts';
import { plural, t, type Text } from '../../../words/words.ts';
import { formatCount } from '../../ui/format.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** A range of durations (ms) in round numbers: `2–4 min`, `40–80 s`, `about 3 min`, `less than a minute`. */
export function rangeWords(fromMs: number, toMs: number): string {
  const { fromMs: from, toMs: to, aboutMs } = stated(fromMs, toMs);
  if (aboutMs !== null) return t('about {time}', { time: amount(aboutMs) });
  if (from === 0)
    return to === MINUTE ? t('less than a minute') : t('less than {time}', { time: amount(to) });
  const unit = unitOf(to);
  // Beside minutes, a minute and a half is no 90 s.
  const inMinutes = unit === 'min' && from >= MINUTE && from < 2 * MINUTE;
  if (inMinutes) return `${from < 1.25 * MINUTE ? '1' : from < 1.75 * MINUTE ? '1½' : '2'}–${amount(to)}`;
  return unit !== null && unit === unitOf(from)
    ? `${formatCount(from / UNITS[unit])}–${amount(to)}`
    : t('{from} to {to}', { from: amount(from), to: amount(to) });
}

const UNITS = { s: SECOND, min: MINUTE, h: HOUR } as const;
const UNIT_WORDS = { s: '{n} s', min: '{n} min', h: '{n} h' } as const satisfies Record<
  keyof typeof UNITS,
  Text
>;

/** The unit that tells a round number whole; null where it takes two. */
function unitOf(ms: number): keyof typeof UNITS | null {
  if (ms < 2 * MINUTE) return 's';
  if (ms < HOUR) return 'min';
  return ms % HOUR === 0 ? 'h' : null;
}

function amount(ms: number): string {
  const unit = unitOf(ms);
  if (unit !== null) return t(UNIT_WORDS[unit], { n: formatCount(ms / UNITS[unit]) });
  return t('{h} h {m} min', { h: formatCount(Math.floor(ms / HOUR)), m: (ms % HOUR) / MINUTE });
}

/**
 * What the estimate rests on: `from the pace so far`, `from the last 12 successful runs of this type, mostly 3–5 min`.
 * Eight of ten took as long, so no more than "mostly" can be said.
 */
export function sourceWords(source: 'pace' | 'history' | 'both', lately: Lately | null): string {
  if (source === 'pace' || !lately) return t('from the pace so far');
  const { count, fromMs, toMs } = lately;
  const values = { range: rangeWords(fromMs, toMs) };
  return source === 'both'
    ? plural(
        count,
        'from the pace so far and the last successful run of this type, mostly {range}',
        'from the pace so far and the last {n} successful runs of this type, mostly {range}',
        values,
      )
    : plural(
        count,
        'from the last successful run of this type, mostly {range}',
        'from the last {n} successful runs of this type, mostly {range}',
        values,
      );
}

/** What is known where no time left can be told: how long others took. Empty if that is not known or of no use. */
export function insteadWords(left: TimeLeft, lately: Lately | null): string {
  if (!lately || left.kind === 'nothing' || left.kind === 'range') return '';
  return plural(
    lately.count,
    'The last successful run of this type: mostly {range}.',
    'The last {n} successful runs of this type: mostly {range}.',
    { range: rangeWords(lately.fromMs, lately.toMs) },
  );
}
