import { useLocation } from 'react-router-dom';
import { Link } from '../Link.tsx';
import { t } from '../../words/words.ts';
import { operationHref } from '../links.ts';
import { readDetailState } from '../detailState.ts';
import { useDrawn } from '../ui/parts.ts';
import styles from './ComparePage.module.css';
import { RemoveButton } from './RemoveButton.tsx';

/** An address of any length must not make a page of any length. */
const SHOWN = 50;

/** More operations than can stand side by side: nothing is asked until it is decided which ones to leave out. */
export function TooMany({
  environment,
  ids,
  onRemove,
}: {
  environment: string;
  ids: readonly string[];
  onRemove: (id: string) => void;
}) {
  useDrawn(true);
  const state = readDetailState(useLocation().state);
  return (
    <ul aria-label={t('Operations')} className={styles.many}>
      {ids.slice(0, SHOWN).map((id) => (
        <li key={id}>
          <Link className="link" to={operationHref(environment, id)} state={state}>
            <code>{id}</code>
          </Link>
          <RemoveButton id={id} onRemove={onRemove} />
        </li>
      ))}
      {ids.length > SHOWN && (
        <li className="muted">{t('and {count} more', { count: ids.length - SHOWN })}</li>
      )}
    </ul>
  );
}
