import { parseUtc } from '../../toloka/time.ts';
import { useSetting } from '../settings.ts';
import { formatInstant, formatInstantFull, zoneName } from '../ui/format.ts';
import { useSecond } from '../ui/useSecond.ts';
import styles from './Instant.module.css';

/**
 * An API time in the chosen zone, the other zone in full below it (not when `short`), the API's own text on hover; `–`
 * when it is missing.
 */
export function Instant({ at, short = false }: { at: string | null; short?: boolean }) {
  const zone = useSetting('zone');
  const now = useSecond(false);
  const ms = at === null ? null : parseUtc(at);
  if (at === null || ms === null) return <span>–</span>;
  const other = zone === 'utc' ? 'local' : 'utc';
  return (
    <time dateTime={new Date(ms).toISOString()} title={`${at} UTC`} className={styles.instant}>
      <span>{formatInstant(ms, zone, now)}</span>
      {!short && zoneName(other, ms) !== zoneName(zone, ms) && (
        <small>
          {formatInstantFull(ms, other)} {zoneName(other, ms)}
        </small>
      )}
    </time>
  );
}
