import { useMemo, useState } from 'react';
import { plural, t } from '../../words/words.ts';
import { useSetting } from '../settings.ts';
import { zoneName } from '../ui/format.ts';
import { useDrawn } from '../ui/parts.ts';
import { useSecond } from '../ui/useSecond.ts';
import styles from './ComparePage.module.css';
import { CompareTable } from './CompareTable.tsx';
import { compareOperations, type FactRow } from './comparison.ts';
import { useReadings, type Reading } from './useReadings.ts';

/** The operations of the address, side by side, followed until they end. */
export function Compared({
  environment,
  ids,
  onRemove,
}: {
  environment: string;
  ids: readonly string[];
  onRemove: (id: string) => void;
}) {
  const readings = useReadings(environment, ids);
  const rows = useMemo(() => compareOperations(readings.map(({ operation }) => operation)), [readings]);
  const different = useDifferent(ids, rows);
  const known = readings.filter(({ operation }) => operation !== null).length;
  const waiting = readings.some((reading) => isWaiting(reading));
  // The first one alone would show all its facts as if nothing else had them.
  const ready = known >= 2 || (!waiting && known > 0);
  useDrawn(ready || !waiting);
  const same = known >= 2 ? rows.filter(({ key }) => !different.has(key)) : [];
  const listed = known >= 2 ? rows.filter(({ key }) => different.has(key)) : rows;
  const words = ready ? countWords(known, listed.length, same.length) : waiting ? t('Loading…') : '';
  return (
    <>
      <div className={styles.line}>
        <span>{words}</span>
        <Zone />
      </div>
      <CompareTable
        environment={environment}
        readings={readings}
        listed={ready ? listed : waiting ? null : []}
        same={same}
        onRemove={ids.length > 1 ? onRemove : null}
      />
      <p role="status" className="visually-hidden">
        {plural(ids.length, '{n} operation', '{n} operations side by side')}
      </p>
    </>
  );
}

function isWaiting({ possible, operation, failure }: Reading): boolean {
  return possible && operation === null && failure === null;
}

function countWords(known: number, differ: number, same: number): string {
  if (known < 2) return t('There is nothing to compare it with yet.');
  return t('{different}, {same}.', {
    different: differ === 0 ? t('No differences') : plural(differ, '{n} field differs', '{n} fields differ'),
    same: same === 0 ? t('none is the same') : plural(same, '{n} is the same', '{n} are the same'),
  });
}

/**
 * The facts that differ, and those that did since these operations were put side by side: a row that a poll has made
 * equal stays where it is.
 */
function useDifferent(ids: readonly string[], rows: readonly FactRow[]): ReadonlySet<string> {
  const [seen, setSeen] = useState({ ids, keys: new Set<string>() });
  const before = seen.ids === ids ? seen.keys : new Set<string>();
  const fresh = rows.filter(({ key, differs }) => differs && !before.has(key));
  if (fresh.length === 0 && seen.ids === ids) return before;
  const keys = new Set([...before, ...fresh.map(({ key }) => key)]);
  setSeen({ ids, keys });
  return keys;
}

function Zone() {
  const zone = useSetting('zone');
  return <span>{t('Times in {zone}', { zone: zoneName(zone, useSecond(false)) })}</span>;
}
