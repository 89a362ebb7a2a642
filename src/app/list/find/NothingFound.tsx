import { changeQuery } from '../../../toloka/formatSearch.ts';
import type { ListSearch } from '../../../toloka/listSearch.ts';
import { t, type Text } from '../../../words/words.ts';
import { CrossIcon } from '../../ui/icons.tsx';
import { countSet } from '../filters/attributes.ts';
import type { Go } from '../useListSearch.ts';
import type { FindState } from './findRun.ts';
import styles from '../Panel.module.css';

/** By how much was searched, and by whether filters leave operations out. */
const WORDS = {
  all: {
    bare: 'No parameter, detail or ID has it.',
    filtered: 'No parameter, detail or ID has it among the operations that match the filters.',
  },
  some: {
    bare: 'So far no parameter, detail or ID has it.',
    filtered: 'So far no parameter, detail or ID has it among the operations that match the filters.',
  },
} as const satisfies Record<'all' | 'some', Record<'bare' | 'filtered', Text>>;

/** In place of rows while a search has found none: "none at all" is said only when all was searched. */
export function NothingFound({ search, state, go }: { search: ListSearch; state: FindState; go: Go }) {
  const all = state.phase === 'ended';
  const text = search.query.find ?? '';
  const filtered = countSet(search.query) > 1;
  return (
    <div className={styles.panel}>
      <p className={styles.title}>
        {all ? t('No operation holds “{text}”', { text }) : t('Nothing found so far')}
      </p>
      <p className={styles.text}>
        {t(WORDS[all ? 'all' : 'some'][filtered ? 'filtered' : 'bare'])} {t('Secrets are not searched.')}
      </p>
      {all && (
        <div className={styles.choices}>
          <button
            type="button"
            className="button"
            aria-label={t('Drop “{text}”', { text })}
            onClick={() => go((now) => changeQuery(now, { find: null }, ['find']))}
          >
            <span>{t('“{text}”', { text })}</span>
            <CrossIcon size={12} />
          </button>
        </div>
      )}
    </div>
  );
}
