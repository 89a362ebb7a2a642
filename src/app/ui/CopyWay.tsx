import type { ReactNode } from 'react';
import styles from './CopyWay.module.css';

/** Ways to take something elsewhere, one below the other, in a panel. */
export function CopyWays({ children }: { children: ReactNode }) {
  return <div className={styles.ways}>{children}</div>;
}

/** One way: its button, and below it what one gets by it. */
export function CopyWay({ note, children }: { note: string; children: ReactNode }) {
  return (
    <div className={styles.way}>
      {children}
      <CopyNote>{note}</CopyNote>
    </div>
  );
}

/** What a way gives, or why there is none. */
export function CopyNote({ children }: { children: ReactNode }) {
  return <p className={styles.note}>{children}</p>;
}
