import type { Operation } from '../../toloka/operation.ts';
import { storyOf } from './sentence.ts';
import styles from './StoryBox.module.css';

/** What happened, in a sentence. A failure is set off: it is what one came for. */
export function StoryBox({ operation }: { operation: Operation }) {
  const { main, more } = storyOf(operation);
  return (
    <p className={operation.status === 'FAIL' ? styles.failed : styles.story}>
      <strong>{main}</strong>
      {more !== null && ` ${more}`}
    </p>
  );
}
