import type { Operation } from '../../toloka/operation.ts';
import { storyOf } from './sentence.ts';
import styles from './StoryBox.module.css';

/** What happened, in a sentence. A failure is set off: it is what one came for. Its box is as high whatever it says. */
export function StoryBox({ operation }: { operation: Operation }) {
  const { main, more } = storyOf(operation);
  const failed = operation.status === 'FAIL';
  return (
    <div className={styles.place}>
      {/* Another paragraph, not one that moves: it begins elsewhere. */}
      <p key={String(failed)} className={failed ? styles.failed : styles.story}>
        <strong>{main}</strong>
        {more !== null && ` ${more}`}
      </p>
    </div>
  );
}
