import page from './DetailPage.module.css';
import { Section } from './Section.tsx';
import styles from './Skeleton.module.css';
import { useSlow } from './useSlow.ts';

/** The page's boxes while there is nothing to put into them; seen only when the answer takes its time. */
export function Skeleton({ environment, id }: { environment: string; id: string }) {
  const slow = useSlow(environment, id);
  return (
    <div className={`${page.grid} ${styles.skeleton}`} aria-busy="true">
      <div className={page.main}>
        <Section title="Progress">
          <div className={styles.progress} />
        </Section>
        <Section title="Timeline">
          <div className={styles.timeline} />
        </Section>
        <p role="status" className={styles.story}>
          {slow ? (
            'The API is slow to answer…'
          ) : (
            <span className="visually-hidden">Loading the operation…</span>
          )}
        </p>
      </div>
      <div className={page.facts}>
        <Section title="Details" look="card">
          <div className={styles.lines} />
        </Section>
        <Section title="Parameters" look="card">
          <div className={styles.lines} />
        </Section>
      </div>
      <div className={page.log}>
        <Section title="Log">
          <div className={styles.lines} />
        </Section>
      </div>
    </div>
  );
}
