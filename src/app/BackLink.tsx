import { Link, useLocation } from 'react-router-dom';
import styles from './BackLink.module.css';
import { listHref, readDetailState } from './links.ts';

/** The link to the list that one came from, with its filters and place; else to the environment's bare list. */
export function BackLink({ environment }: { environment: string }) {
  const search = readDetailState(useLocation().state)?.listSearch ?? '';
  return (
    <Link className={styles.back} to={{ pathname: listHref(environment), search }}>
      <span aria-hidden="true">←</span> Back to operations
    </Link>
  );
}
