import { t } from '../../words/words.ts';
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
        <Section title={t('Progress')}>
          <div className={styles.progress} />
        </Section>
        <Section title={t('Timeline')}>
          <div className={styles.timeline} />
        </Section>
        <p role="status" className={styles.story}>
          {slow ? (
            t('The API is slow to answer…')
          ) : (
            <span className="visually-hidden">{t('Loading the operation…')}</span>
          )}
        </p>
      </div>
      <div className={page.facts}>
        <Section title={t('Details')} look="card">
          <div className={styles.lines} />
        </Section>
        <Section title={t('Parameters')} look="card">
          <div className={styles.lines} />
        </Section>
      </div>
      <div className={page.log}>
        <Section title={t('Log')}>
          <div className={styles.lines} />
        </Section>
      </div>
    </div>
  );
}
