import type { ReactNode } from 'react';
import type { Page } from '../../toloka/paging/page.ts';
import { useSettings } from '../settings.ts';
import { zoneName } from '../ui/format.ts';
import { countWords } from './places.ts';
import { useToday } from './useToday.ts';
import styles from './StatusLine.module.css';

/** The line over the rows: how many there are, which zone their times are in, how fresh they are. */
export function StatusLine({ page, children }: { page: Page | null; children: ReactNode }) {
  const [{ zone }] = useSettings();
  const [count, ...rest] = page ? countWords(page, '').split(' ') : [];
  return (
    <div className={styles.line}>
      {page && (
        <span>
          <b>{count}</b> {rest.join(' ')}
        </span>
      )}
      <span className={styles.zone}>Times in {zoneName(zone, useToday(zone))}</span>
      <span className={styles.grow} />
      {children}
    </div>
  );
}
