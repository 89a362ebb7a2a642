import { useMemo, useState } from 'react';
import { useSettings } from '../settings.ts';
import { formatCount, zoneName } from '../ui/format.ts';
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
  const same = known >= 2 ? rows.filter(({ key }) => !different.has(key)) : [];
  const listed = known >= 2 ? rows.filter(({ key }) => different.has(key)) : rows;
  const words = ready ? countWords(known, listed.length, same.length) : waiting ? 'Loading…' : '';
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
        {ids.length === 1 ? '1 operation' : `${ids.length} operations side by side`}
      </p>
    </>
  );
}

function isWaiting({ possible, operation, failure }: Reading): boolean {
  return possible && operation === null && failure === null;
}

function countWords(known: number, differ: number, same: number): string {
  if (known < 2) return 'There is nothing to compare it with yet.';
  const facts =
    differ === 0
      ? 'No fact differs'
      : differ === 1
        ? '1 fact differs'
        : `${formatCount(differ)} facts differ`;
  const rest = same === 0 ? 'none is' : same === 1 ? '1 is' : `${formatCount(same)} are`;
  return `${facts}, ${rest} the same.`;
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
  const [{ zone }] = useSettings();
  return <span>Times in {zoneName(zone, useSecond(false))}</span>;
}
