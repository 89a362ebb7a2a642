import type { Operation } from '../../toloka/operation.ts';
import { t } from '../../words/words.ts';
import { Instant } from './Instant.tsx';
import { Section } from './Section.tsx';
import { StretchWords } from './StretchWords.tsx';
import { timelineOf } from './timeline.ts';
import styles from './TimelineSection.module.css';

/** Submitted, started, finished, and how long it waited and ran between them. */
export function TimelineSection({ operation }: { operation: Operation }) {
  return (
    <Section title={t('Timeline')}>
      <div className={styles.room}>
        <ol className={styles.line}>
          {timelineOf(operation).map((point) => (
            <li
              key={point.name}
              className={styles.point}
              data-reached={point.at !== null}
              data-after={point.after?.kind}
            >
              <div className={styles.words}>
                <b>{t(point.name)}</b>
                <Instant at={point.at} />
              </div>
              {point.after && (
                <div className={styles.stretch}>
                  <span>
                    <StretchWords stretch={point.after} />
                  </span>
                </div>
              )}
            </li>
          ))}
        </ol>
      </div>
    </Section>
  );
}
