import { useState, type MouseEvent } from 'react';
import type { Fault } from '../../../toloka/listSearch.ts';
import { t } from '../../../words/words.ts';
import { CrossIcon } from '../../ui/icons.tsx';
import { rich } from '../../ui/rich.tsx';
import type { Change } from '../useListSearch.ts';
import type { EditorProps } from './editor.ts';
import styles from './FaultChips.module.css';
import { faultName, faultWords, mendFault, withoutFault } from './faults.ts';

/** A URL may hold thousands of faults; so many are shown at first. */
const SHOWN_AT_FIRST = 20;

/** What the URL says that could not be understood, a red chip each, with the reason and the ways out. */
export function FaultChips({
  search,
  commit,
  onLastGone,
}: Omit<EditorProps, 'close'> & { onLastGone: () => void }) {
  const [all, setAll] = useState(false);
  const { faults } = search;
  if (faults.length === 0) return null;
  const shown = all ? faults : faults.slice(0, SHOWN_AT_FIRST);
  const resolve = (event: MouseEvent, change: Change) => {
    // The chip is about to go; the focus goes to a neighbour rather than nowhere.
    const chip = event.currentTarget.closest('li');
    const neighbour = chip?.nextElementSibling ?? chip?.previousElementSibling;
    const button = neighbour?.querySelector('button');
    if (button) button.focus();
    else onLastGone();
    commit(change);
  };
  const showAll = (event: MouseEvent) => {
    event.currentTarget.closest('li')?.previousElementSibling?.querySelector('button')?.focus();
    setAll(true);
  };
  return (
    <ul aria-label={t('Not understood')} className={styles.faults}>
      {shown.map((fault, index) => (
        <FaultChip
          // Parameters and values repeat in absurd URLs; which of the same it is makes the key.
          key={`${occurrence(faults, index)} ${fault.parameter} ${fault.value}`}
          fault={fault}
          onUse={(event) => resolve(event, (now) => mendFault(now, index))}
          onRemove={(event) => resolve(event, (now) => withoutFault(now, index))}
        />
      ))}
      {shown.length < faults.length && (
        <li>
          <button type="button" className="button ghost" onClick={showAll}>
            {t('Show {n} more', { n: faults.length - shown.length })}
          </button>
        </li>
      )}
    </ul>
  );
}

function FaultChip({
  fault,
  onUse,
  onRemove,
}: {
  fault: Fault;
  onUse: (event: MouseEvent) => void;
  onRemove: (event: MouseEvent) => void;
}) {
  const { parameter, value, reason } = faultWords(fault);
  return (
    <li className={styles.chip} title={`${fault.parameter}=${fault.value}`}>
      <span className={styles.words}>
        <bdi className={styles.code}>{parameter}</bdi>{' '}
        {value !== null && <>{rich('“{text}”', { text: <bdi>{value}</bdi> })} </>}
        <bdi className={styles.reason}>{reason}</bdi>
      </span>
      {fault.suggestion !== null && (
        <button type="button" className={styles.use} onClick={onUse}>
          {t('Use {value}', { value: fault.suggestion })}
        </button>
      )}
      <button
        type="button"
        className={styles.remove}
        aria-label={t('Remove {filter}', { filter: faultName(fault) })}
        onClick={onRemove}
      >
        <CrossIcon />
      </button>
    </li>
  );
}

function occurrence(faults: readonly Fault[], index: number): number {
  const { parameter, value } = faults[index] ?? {};
  return faults.slice(0, index).filter((other) => other.parameter === parameter && other.value === value)
    .length;
}
