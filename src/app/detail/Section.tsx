import { useId, type ReactNode, type Ref } from 'react';
import styles from './Section.module.css';

/**
 * A region of the page, named by its heading. A `card` stands in the column of facts, the others between hairlines. One
 * with a `ref` can be given the focus.
 */
export function Section({
  title,
  note,
  look = 'plain',
  ref,
  children,
}: {
  title: string;
  /** What stands beside the heading, outside the region's name. */
  note?: ReactNode;
  look?: 'plain' | 'card';
  ref?: Ref<HTMLElement>;
  children: ReactNode;
}) {
  const heading = useId();
  return (
    <section ref={ref} tabIndex={ref ? -1 : undefined} aria-labelledby={heading} className={styles[look]}>
      <div className={styles.top}>
        <h2 id={heading}>{title}</h2>
        {note}
      </div>
      {children}
    </section>
  );
}
