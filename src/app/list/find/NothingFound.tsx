import { changeQuery } from '../../../toloka/formatSearch.ts';
import type { ListSearch } from '../../../toloka/listSearch.ts';
import { CrossIcon } from '../../ui/icons.tsx';
import { countSet } from '../filters/attributes.ts';
import type { Go } from '../useListSearch.ts';
import type { FindState } from './findRun.ts';
import styles from '../Panel.module.css';

/** In place of rows while a search has found none: "none at all" is said only when all was searched. */
export function NothingFound({ search, state, go }: { search: ListSearch; state: FindState; go: Go }) {
  const all = state.phase === 'ended';
  const text = search.query.find ?? '';
  const filtered = countSet(search.query) > 1;
  return (
    <div className={styles.panel}>
      <p className={styles.title}>{all ? `No operation holds “${text}”` : 'Nothing found so far'}</p>
      <p className={styles.text}>
        {all ? 'No' : 'So far no'} parameter, detail or ID has it
        {filtered ? ' among the operations that match the filters' : ''}. Secrets are not searched.
      </p>
      {all && (
        <div className={styles.choices}>
          <button
            type="button"
            className="button"
            aria-label={`Drop “${text}”`}
            onClick={() => go(changeQuery(search, { find: null }, ['find']))}
          >
            <span>“{text}”</span>
            <CrossIcon size={12} />
          </button>
        </div>
      )}
    </div>
  );
}
