import type { Operation } from '../../../toloka/operation.ts';
import { formatListSearch } from '../../../toloka/formatSearch.ts';
import type { ListSearch } from '../../../toloka/listSearch.ts';
import { Later } from '../../ui/Later.tsx';
import { ahead } from '../../ui/parts.ts';
import { useSelected } from './selection.ts';
import styles from './SelectionDock.module.css';

const loadBar = ahead(() => import('./SelectionBar.tsx'));

/** The place of the bar, at the window's lower edge: it is there before the bar is, so that nothing moves for it. */
export function SelectionDock({
  environment,
  search,
  rows,
}: {
  environment: string;
  search: ListSearch;
  /** The rows on screen. */
  rows: readonly Operation[];
}) {
  const selected = useSelected();
  return (
    <div className={styles.place}>
      {selected.size > 0 && (
        <Later load={loadBar} waiting={null}>
          {({ SelectionBar }) => (
            <SelectionBar
              selected={selected}
              environment={environment}
              rows={rows}
              listSearch={formatListSearch(search)}
            />
          )}
        </Later>
      )}
    </div>
  );
}
