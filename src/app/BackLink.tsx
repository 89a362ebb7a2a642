import { createPath, useLocation } from 'react-router-dom';
import { Link } from './Link.tsx';
import { t } from '../words/words.ts';
import { useAction } from './actions.ts';
import styles from './BackLink.module.css';
import { listHref, operationOfPath } from './links.ts';
import type { ListState } from './listState.ts';
import { readDetailState } from './detailState.ts';

/** The link to the list that one came from, with its filters and place; else to the environment's bare list. */
export function BackLink({ environment }: { environment: string }) {
  const { pathname, state } = useLocation();
  const search = readDetailState(state)?.listSearch ?? '';
  const seen = operationOfPath(pathname)?.id;
  return (
    <Link
      className={styles.back}
      {...useAction('list')}
      to={createPath({ pathname: listHref(environment), search })}
      state={seen && ({ seen } satisfies ListState)}
    >
      <span aria-hidden="true">←</span> {t('Back to operations')}
    </Link>
  );
}
