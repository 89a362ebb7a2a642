import { useId } from 'react';
import { t, type Text } from '../../../words/words.ts';
import { zoneName, type Zone } from '../../ui/format.ts';
import editor from './editor.module.css';
import styles from './WholeDays.module.css';
import type { Days } from './wholeDays.ts';

/** A range of whole days: two dates, both of them meant from their first moment to their last, in a named zone. */
export function WholeDays({
  days,
  zone,
  now,
  fault,
  onDays,
}: {
  days: Days;
  zone: Zone;
  now: number;
  fault: string | null;
  onDays: (days: Days) => void;
}) {
  const id = useId();
  const field = (name: keyof Days, label: Text) => (
    <label className={styles.day}>
      <span>{t(label)}</span>
      <input
        type="date"
        max="9999-12-31"
        className="field"
        defaultValue={days[name]}
        aria-describedby={`${id}-note ${id}-fault`}
        aria-invalid={fault !== null}
        onChange={(event) => onDays({ ...days, [name]: event.target.value })}
      />
    </label>
  );
  return (
    <div role="group" aria-label={t('Whole days')} className={styles.days}>
      {field('first', 'First day')}
      {field('last', 'Last day')}
      <p id={`${id}-note`} className={`${editor.note} ${styles.note}`}>
        {noteOf(days, zoneName(zone, now))}
      </p>
      <p id={`${id}-fault`} className={`${editor.fault} ${styles.note}`} role="status">
        {fault}
      </p>
    </div>
  );
}

function noteOf({ last }: Days, zone: string): string {
  return last === ''
    ? t('Both days are included in full. Days in {zone}.', { zone })
    : t('{day} is included to its last moment. Days in {zone}.', { day: last, zone });
}
