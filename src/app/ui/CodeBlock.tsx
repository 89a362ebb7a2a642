import styles from './CodeBlock.module.css';

/** A text of several lines in its own box, as it is: long lines wrap, nothing is cut. */
export function CodeBlock({ text }: { text: string }) {
  return (
    <pre className={styles.block}>
      <code>{text}</code>
    </pre>
  );
}
