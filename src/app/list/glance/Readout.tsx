import { statusLabel, typeLabel } from '../../../toloka/vocabulary.ts';
import { plural, t } from '../../../words/words.ts';
import { formatInstant, shortId, type Zone } from '../../ui/format.ts';
import { StatusBadge, type Tone } from '../../ui/StatusBadge.tsx';
import type { Pile } from './piles.ts';
import { pileStretch, stretchWords } from './stripWords.ts';
import type { Subject } from './subject.ts';
import styles from './Readout.module.css';

/** In the order in which one wants to know. */
const TONES = ['fail', 'running', 'pending', 'success', 'unknown'] as const satisfies readonly Tone[];

/**
 * The line over the ticks: what the strip shows, or what somebody points at. For the eye only; others hear the names of
 * the options.
 */
export function Readout({ subject, zone, today }: { subject: Subject; zone: Zone; today: number }) {
  return (
    <div className={styles.line} aria-hidden="true">
      {told(subject, zone, today)}
    </div>
  );
}

function told(subject: Subject, zone: Zone, today: number) {
  if (subject.kind === 'none') {
    return <span className={styles.hint}>{t('This page’s operations by time of submission')}</span>;
  }
  if (subject.kind === 'range') {
    return (
      <>
        <b>{stretchWords(subject.range, zone, today)}</b>
        <span>{plural(subject.count, '{n} operation of this page', '{n} operations of this page')}</span>
        <span className={`${styles.hint} ${styles.keys}`}>
          {subject.byKey ? t('Enter filters, Esc cancels') : t('Release to filter, Esc cancels')}
        </span>
      </>
    );
  }
  const { pile } = subject;
  const [first] = pile.marks;
  const mark = subject.kind === 'mark' ? subject.mark : pile.marks.length === 1 ? first : undefined;
  if (!mark) {
    return (
      <>
        <b>{stretchWords(pileStretch(pile), zone, today)}</b>
        <span>{plural(pile.marks.length, '{n} operation of this page', '{n} operations of this page')}</span>
        {TONES.map((tone) => countOf(pile, tone))}
      </>
    );
  }
  const { operation, tone, at } = mark;
  const many = subject.kind === 'mark' && pile.marks.length > 1;
  return (
    <>
      <b>{formatInstant(at, zone, today)}</b>
      <StatusBadge tone={tone}>{statusLabel(operation.status)}</StatusBadge>
      <span>{typeLabel(operation.type)}</span>
      <span className={`mono ${styles.hint}`}>{shortId(operation.id)}</span>
      {many && (
        <span className={styles.hint}>
          {t('{n} of {count} here', { n: subject.within + 1, count: pile.marks.length })}
        </span>
      )}
    </>
  );
}

function countOf(pile: Pile, tone: Tone) {
  const count = pile.marks.filter((mark) => mark.tone === tone).length;
  return (
    count > 0 && (
      <StatusBadge key={tone} tone={tone}>
        {count}
      </StatusBadge>
    )
  );
}
