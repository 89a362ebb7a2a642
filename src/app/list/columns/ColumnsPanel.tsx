import { useId, useState, type MouseEvent } from 'react';
import { flushSync } from 'react-dom';
import { t, type Text } from '../../../words/words.ts';
import {
  changeSettings,
  DENSITIES,
  NO_COLUMN_TASTE,
  useSetting,
  useSettingsKept,
  type ColumnTaste,
  type Density,
} from '../../settings.ts';
import { ToggleButton } from '../../ui/ToggleButton.tsx';
import { inOrder, type ColumnFacts } from '../table/arrangement.ts';
import { moveColumn, placeOf, toggleColumn, type Direction } from '../table/rearrange.ts';
import { COLUMNS } from '../table/columns.tsx';
import { ColumnRow } from './ColumnRow.tsx';
import styles from './ColumnsPanel.module.css';

const DENSITY_LABELS = { comfortable: 'Comfortable', compact: 'Compact' } as const satisfies Record<
  Density,
  Text
>;

/** Which columns are shown, in which order, how wide, and how high the rows are; each change applies at once. */
export function ColumnsPanel() {
  const id = useId();
  const taste = useSetting('columns');
  const density = useSetting('density');
  const glance = useSetting('glance');
  const [said, say] = useState('');
  const take = (columns: ColumnTaste) => changeSettings({ columns });
  const move = (column: ColumnFacts, direction: Direction, event: MouseEvent<HTMLButtonElement>) => {
    const button = event.currentTarget;
    const next = moveColumn(COLUMNS, taste, column.id, direction);
    const place = placeOf(COLUMNS, next, column.id);
    // The row may be moved in the page, which takes the focus from it; it gets it back before anyone sees.
    flushSync(() => {
      take(next);
      if (!place) return;
      const { index, count } = place;
      say(t('{column} is column {place} of {count}', { column: t(column.label), place: index + 1, count }));
    });
    button.focus();
  };
  const widened = Object.keys(taste.widths).length > 0;
  const usual = !widened && taste.order.length === 0 && Object.keys(taste.shown).length === 0;
  return (
    <div className={styles.panel}>
      <ul aria-label={t('Columns')} className={styles.columns}>
        {inOrder(COLUMNS, taste.order).map((column) => (
          <ColumnRow
            key={column.id}
            column={column}
            taste={taste}
            place={placeOf(COLUMNS, taste, column.id)}
            whyAlways={`${id}-always`}
            onToggle={() => take(toggleColumn(column, taste))}
            onMove={(direction, event) => move(column, direction, event)}
          />
        ))}
      </ul>
      <p id={`${id}-always`} className={styles.note}>
        {t(
          'Status and Operation always stay: without them a row says nothing, and nothing leads to its page.',
        )}
      </p>
      <div role="group" aria-labelledby={`${id}-density`} className={styles.line}>
        <span id={`${id}-density`} className={styles.label}>
          {t('Row height')}
        </span>
        {DENSITIES.map((name) => (
          <ToggleButton
            key={name}
            pressed={density === name}
            onChange={() => changeSettings({ density: name })}
          >
            {t(DENSITY_LABELS[name])}
          </ToggleButton>
        ))}
      </div>
      <div className={styles.line}>
        <span className={styles.label}>{t('Above the list')}</span>
        <ToggleButton pressed={glance} onChange={() => changeSettings({ glance: !glance })}>
          {t('Times at a glance')}
        </ToggleButton>
      </div>
      <div className={styles.widths}>
        <p className={styles.note}>
          {t('To change a width, drag a header’s edge, or go to it by Tab and press the arrow keys.')}
        </p>
      </div>
      <div className={styles.actions}>
        <Reset label={t('Reset widths')} done={!widened} onReset={() => take({ ...taste, widths: {} })} />
        <Reset label={t('Reset all columns')} done={usual} onReset={() => take(NO_COLUMN_TASTE)} />
      </div>
      <Kept />
      <span role="status" className="visually-hidden">
        {said}
      </span>
    </div>
  );
}

/** A button that stays where it is, and keeps the focus, when there is nothing to reset. */
function Reset({ label, done, onReset }: { label: string; done: boolean; onReset: () => void }) {
  return (
    <button
      type="button"
      className="button small"
      aria-disabled={done}
      onClick={() => {
        if (!done) onReset();
      }}
    >
      {label}
    </button>
  );
}

function Kept() {
  return useSettingsKept() ? (
    <p className={styles.note}>
      {t('Kept in this browser only. Columns never decide which operations are listed.')}
    </p>
  ) : (
    <p role="status" className={styles.warning}>
      {t(
        'This browser keeps nothing for this page: its storage is full or blocked. What you choose holds until the tab is closed.',
      )}
    </p>
  );
}
