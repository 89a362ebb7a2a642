import type { ReactNode } from 'react';
import { Link } from '../../Link.tsx';
import type { SortField } from '../../../toloka/filters.ts';
import { changeQuery } from '../../../toloka/formatSearch.ts';
import type { ListSearch } from '../../../toloka/listSearch.ts';
import { listHref } from '../../links.ts';
import { ariaSort, toggledSort } from './sorting.ts';
import styles from './OperationsTable.module.css';

/** A column's header; where the server can sort by the column, a link to the list sorted so. */
export function ColumnHeader({
  id,
  label,
  environment,
  search,
  sort,
  grip,
}: {
  id: string;
  /** Its name, and its alone: a grip in it has a name of its own. */
  label: string;
  environment: string;
  search: ListSearch;
  sort: SortField | undefined;
  /** What the column is made wider and narrower by. */
  grip: ReactNode;
}) {
  if (sort === undefined) {
    return (
      <th role="columnheader" scope="col" data-column={id} aria-label={label}>
        <span className={styles.name}>{label}</span>
        {grip}
      </th>
    );
  }
  const sorted = ariaSort(search.query.sort, sort);
  const next = changeQuery(search, { sort: toggledSort(search.query.sort, sort) });
  return (
    <th role="columnheader" scope="col" data-column={id} aria-label={label} aria-sort={sorted}>
      <Link className={styles.sort} to={listHref(environment, next)}>
        {label}
        <svg width="8" height="10" viewBox="0 0 8 10" aria-hidden="true">
          <path d={sorted === 'ascending' ? 'M4 9V1M1 4l3-3 3 3' : 'M4 1v8M1 6l3 3 3-3'} />
        </svg>
      </Link>
      {grip}
    </th>
  );
}
