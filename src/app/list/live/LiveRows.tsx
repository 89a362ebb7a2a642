import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type ReactNode } from 'react';
import type { ListSearch } from '../../../toloka/listSearch.ts';
import { Later } from '../../ui/Later.tsx';
import { useFetched } from '../../ui/parts.ts';
import { loadParts } from '../later.ts';
import type { ShownPage } from '../shown.ts';
import { Departed } from './departed.ts';
import type { Departure, Row } from './screen.ts';
import styles from './LiveRows.module.css';

/** Around the rows: keeps them where they are while polls come in, and tells what is new. */
export function LiveRows({
  search,
  shown,
  children,
}: {
  search: ListSearch;
  shown: ShownPage;
  children: ReactNode;
}) {
  const { screen, control, view } = shown;
  const area = useRef<HTMLDivElement>(null);
  const departed = useDeparted(screen?.rows ?? []);
  const parts = useFetched(loadParts);
  const came = useCame(view);
  return (
    <div ref={area} className={styles.area}>
      {parts ? (
        <parts.PARTS.LiveNews search={search} shown={shown} area={area} came={came} />
      ) : (
        control.behind && (
          <Later load={loadParts} waiting={null}>
            {() => null}
          </Later>
        )
      )}
      <Departed value={departed}>{children}</Departed>
    </div>
  );
}

/** How many answers and failures a page had seen when one came to it. */
function useCame(view: string): { readonly answers: number; readonly failures: number } {
  const cache = useQueryClient().getQueryCache();
  const look = () => {
    const { dataUpdateCount: answers = 0, errorUpdateCount: failures = 0 } = cache.get(view)?.state ?? {};
    return { view, answers, failures };
  };
  const [came, setCame] = useState(look);
  if (came.view !== view) setCame(look());
  return came;
}

/** The rows that have left the list, by ID: the same map for as long as they are the same. */
function useDeparted(rows: readonly Row[]): ReadonlyMap<string, Departure> {
  const now = new Map(
    rows.flatMap(({ operation, departure }) => (departure ? [[operation.id, departure] as const] : [])),
  );
  const [kept, setKept] = useState<ReadonlyMap<string, Departure>>(now);
  if (kept.size === now.size && [...now].every(([id, departure]) => kept.get(id) === departure)) return kept;
  setKept(now);
  return now;
}
