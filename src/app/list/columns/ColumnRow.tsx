import type { MouseEvent } from 'react';
import { t, type Text } from '../../../words/words.ts';
import type { ColumnTaste } from '../../settings.ts';
import { isShown, type ColumnFacts } from '../table/arrangement.ts';
import type { Direction } from '../table/rearrange.ts';
import styles from './ColumnsPanel.module.css';

const ARROWS: Readonly<Record<Direction, string>> = {
  left: 'M8.6 3.2 4.8 7l3.8 3.8',
  right: 'm5.4 3.2 3.8 3.8-3.8 3.8',
};

const MOVES = { left: 'Move {column} left', right: 'Move {column} right' } as const satisfies Record<
  Direction,
  Text
>;

/** One column of the panel: whether it is shown, and the two buttons that move it among those that are. */
export function ColumnRow({
  column,
  taste,
  place,
  whyAlways,
  onToggle,
  onMove,
}: {
  column: ColumnFacts;
  taste: ColumnTaste;
  place: { readonly index: number; readonly count: number } | null;
  /** The element that says why some columns cannot be hidden. */
  whyAlways: string;
  onToggle: () => void;
  onMove: (direction: Direction, event: MouseEvent<HTMLButtonElement>) => void;
}) {
  const always = column.always === true;
  const ends: Readonly<Record<Direction, boolean>> = {
    left: place?.index === 0,
    right: place !== null && place.index === place.count - 1,
  };
  return (
    <li className={styles.column}>
      <label className={styles.choice}>
        <input
          type="checkbox"
          checked={isShown(column, taste)}
          aria-disabled={always}
          aria-describedby={always ? whyAlways : undefined}
          onChange={always ? () => {} : onToggle}
        />
        <span>{t(column.label)}</span>
      </label>
      {place !== null &&
        (['left', 'right'] as const).map((direction) => (
          <button
            key={direction}
            type="button"
            className={`button ghost ${styles.move}`}
            aria-label={t(MOVES[direction], { column: t(column.label) })}
            aria-disabled={ends[direction]}
            onClick={(event) => onMove(direction, event)}
          >
            <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
              <path d={ARROWS[direction]} fill="none" stroke="currentColor" strokeWidth="1.5" />
            </svg>
          </button>
        ))}
    </li>
  );
}
