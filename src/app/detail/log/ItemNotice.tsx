import type { LogReading } from '../../api/log/logSession.ts';
import { t } from '../../../words/words.ts';
import { formatCount } from '../../ui/format.ts';
import { FaultNotice } from './FaultNotice.tsx';
import { isComing, itemsWords } from './logWords.ts';
import styles from './ItemNotice.module.css';
import { useLogSearch } from './useLogSearch.ts';

/** Why the item that the link is about is not to be seen, where that is so, and the way to see it. */
export function ItemNotice({
  reading,
  place,
  through,
}: {
  reading: LogReading;
  /** Where it stands in the list; null when it is not there. */
  place: number | null;
  /** Whether the whole log has been looked at. */
  through: boolean;
}) {
  const { search, go } = useLogSearch();
  const { item } = search;
  const fault = search.faults.find(({ name }) => name === 'item');
  if (fault) return <FaultNotice faults={[fault]} />;
  if (item === null || place !== null) return null;
  const named = { item: formatCount(item) };
  if (reading.items < item) {
    if (isComing(reading))
      return <p className={styles.notice}>{t('Item {item} has not come yet.', named)}</p>;
    const ends = { ...named, items: itemsWords(reading.items) };
    return (
      <p className={styles.notice}>
        {reading.phase === 'complete'
          ? t('The log has no item {item}: it ends after {items}.', ends)
          : t('The part of the log that was received has no item {item}: it ends after {items}.', ends)}
      </p>
    );
  }
  // It may still be on its way through the filter.
  if (!through && !isComing(reading)) return null;
  return (
    <p className={styles.notice}>
      {t('Item {item} is not among the items shown here.', named)}
      <button
        type="button"
        className="button small"
        onClick={() => go({ outcome: 'all', cause: null, text: '', item })}
      >
        {t('Show item {item}', named)}
      </button>
    </p>
  );
}
