import type { ReactNode } from 'react';
import type { Page } from '../../toloka/paging/page.ts';
import { t } from '../../words/words.ts';
import { useSetting } from '../settings.ts';
import { formatCount, zoneName } from '../ui/format.ts';
import { rich } from '../ui/rich.tsx';
import { countText } from './places.ts';
import { useToday } from './useToday.ts';
import styles from './StatusLine.module.css';

/** Its room, until it comes. */
export function StatusLineRoom() {
  return <div className={styles.line} />;
}

/** The line over the rows: how many there are, which zone their times are in, how fresh they are. */
export function StatusLine({ page, children }: { page: Page | null; children: ReactNode }) {
  const zone = useSetting('zone');
  return (
    <div className={styles.line}>
      {page && <span>{rich(countText(page), { n: <b>{formatCount(page.items.length)}</b> })}</span>}
      {/* What is there from the start stands at the end, so that the count moves nothing when it comes. */}
      <span className={styles.grow} />
      <span className={styles.zone}>{t('Times in {zone}', { zone: zoneName(zone, useToday(zone)) })}</span>
      {children}
    </div>
  );
}
