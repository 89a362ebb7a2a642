import { typeLabel, statusLabel } from '../../../toloka/vocabulary.ts';
import { plural, t } from '../../../words/words.ts';
import { formatInstant, type Zone } from '../../ui/format.ts';
import type { Mark, Stretch } from './marks.ts';
import type { Pile } from './piles.ts';
import type { Subject } from './subject.ts';

function markWords({ operation, at }: Mark, zone: Zone, today: number): string {
  return t('{type}, {status}, {time}', {
    type: typeLabel(operation.type),
    status: statusLabel(operation.status),
    time: formatInstant(at, zone, today),
  });
}

/** From when to when, by the zone's clocks: `13:42:10 – 13:58:20`; a stretch of no length is one time. */
export function stretchWords({ from, to }: Stretch, zone: Zone, today: number): string {
  const begin = formatInstant(from, zone, today);
  const end = formatInstant(to, zone, today);
  return begin === end ? begin : `${begin} – ${end}`;
}

/** From the first to the last of a pile's times. */
export function pileStretch({ marks }: Pile): Stretch {
  const times = marks.map(({ at }) => at);
  return { from: Math.min(...times), to: Math.max(...times) };
}

/**
 * The name of the option that the keyboard is at: the operation, which of a pile it is, and the range of times that is
 * being drawn (`subject`), if there is one.
 */
export function optionWords(mark: Mark, pile: Pile, subject: Subject, zone: Zone, today: number): string {
  const words = [markWords(mark, zone, today)];
  if (pile.marks.length > 1) {
    words.push(t('{n} of {count} here', { n: pile.marks.indexOf(mark) + 1, count: pile.marks.length }));
  }
  if (subject.kind === 'range') {
    const count = plural(subject.count, '{n} operation of this page', '{n} operations of this page');
    words.push(`${stretchWords(subject.range, zone, today)}, ${count}`);
  }
  return words.join('; ');
}
