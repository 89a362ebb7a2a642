import { t } from '../../words/words.ts';
import { shortId } from '../ui/format.ts';
import { CrossIcon } from '../ui/icons.tsx';
import styles from './RemoveButton.module.css';

/** Takes an operation out of the comparison. */
export function RemoveButton({ id, onRemove }: { id: string; onRemove: (id: string) => void }) {
  const name = id === '' ? t('Remove the empty ID') : t('Remove {id}', { id: shortId(id) });
  return (
    <button
      type="button"
      className={`button ghost small ${styles.remove}`}
      aria-label={name}
      title={name}
      onClick={() => onRemove(id)}
    >
      <CrossIcon />
    </button>
  );
}
