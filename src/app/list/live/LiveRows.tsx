import { useRef, useState, type ReactNode } from 'react';
import type { ListSearch } from '../../../toloka/listSearch.ts';
import type { ShownPage } from '../useShownPage.ts';
import { AnswerWatch } from './AnswerWatch.tsx';
import { Departed } from './departed.ts';
import { NewsAnnouncer } from './NewsAnnouncer.tsx';
import { NewsButton } from './NewsButton.tsx';
import { newestFirst, newsWords } from './newsWords.ts';
import { NO_NEWS, type Departure, type Row } from './screen.ts';
import { useGlideIn } from './useGlideIn.ts';
import styles from './LiveRows.module.css';

/** Around the rows: keeps them where they are while polls come in, and tells what is new. */
export function LiveRows({
  search: { query, place },
  shown: { screen, control, view, waiting },
  children,
}: {
  search: ListSearch;
  shown: ShownPage;
  children: ReactNode;
}) {
  const area = useRef<HTMLDivElement>(null);
  const remember = useGlideIn(area, screen?.rows);
  const departed = useDeparted(screen?.rows ?? []);
  const news = (!waiting && screen?.news) || NO_NEWS;
  return (
    <div ref={area} className={styles.area}>
      <NewsButton words={newsWords(news, query)} above={news.ahead > 0} onShow={control.show} />
      <Departed value={departed}>{children}</Departed>
      <AnswerWatch
        key={view}
        view={view}
        screen={screen}
        watchable={!waiting && place === null && newestFirst(query)}
        area={area}
        onArrive={control.arrive}
        onGlide={() => {
          remember();
          control.glide();
        }}
      />
      <NewsAnnouncer view={view} screen={waiting ? null : screen} query={query} />
    </div>
  );
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
