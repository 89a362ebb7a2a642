import { plural } from '../../words/words.ts';
import styles from './CodeBlock.module.css';

/** The longest text that is drawn, in characters: laying out millions takes a browser many seconds. */
const LONGEST = 100_000;

/** A text of several lines in its own box, as it is: long lines wrap. One that is very long is cut, and says so. */
export function CodeBlock({ text }: { text: string }) {
  return (
    <pre className={styles.block}>
      <code>{text.length <= LONGEST ? text : text.slice(0, LONGEST)}</code>
      {text.length > LONGEST &&
        plural(text.length - LONGEST, '… and {n} character more', '… and {n} characters more')}
    </pre>
  );
}
