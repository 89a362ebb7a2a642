import { useId } from 'react';
import { changeQuery } from '../../../toloka/formatSearch.ts';
import { t, type Text } from '../../../words/words.ts';
import { useMeant } from '../../ui/useMeant.ts';
import editor from './editor.module.css';
import type { EditorProps } from './editor.ts';
import { changeSortRow, sortRows, type SortRow } from './sortRows.ts';

const ROW_LABELS = ['Sort by', 'then by'] as const satisfies readonly Text[];

/** The order of the list, key by key; each change applies at once. */
export function SortEditor({ search, commit }: EditorProps) {
  const { sort } = search.query;
  return (
    <>
      {sortRows(sort).map((row, index) => (
        <SortSelect
          key={index}
          label={t(ROW_LABELS[index] ?? 'and then by')}
          row={row}
          required={sort.length <= 1 && index === 0}
          onValue={(value) =>
            commit((now) => changeQuery(now, { sort: changeSortRow(sort, index, value) }, ['sort']))
          }
        />
      ))}
      <p className={editor.note}>{t('The server sorts all operations, not only those on this page.')}</p>
    </>
  );
}

function SortSelect({
  label,
  row,
  required,
  onValue,
}: {
  label: string;
  row: SortRow;
  /** Whether the list would be left without any order. */
  required: boolean;
  onValue: (value: string) => void;
}) {
  const id = useId();
  // The browser shows the pick by itself; what comes of it is drawn behind that.
  const [value, choose] = useMeant(row.value, onValue);
  return (
    <div className={editor.line}>
      <label htmlFor={id} className={editor.label}>
        {label}
      </label>
      <select
        id={id}
        className={`field ${editor.grow}`}
        value={value}
        onChange={(event) => choose(event.target.value)}
      >
        {!required && <option value="">–</option>}
        {row.options.map(({ value, words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
