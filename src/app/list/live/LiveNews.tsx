import type { RefObject } from 'react';
import type { ListSearch } from '../../../toloka/listSearch.ts';
import type { ShownPage } from '../shown.ts';
import { AnswerWatch } from './AnswerWatch.tsx';
import { NewsAnnouncer } from './NewsAnnouncer.tsx';
import { NewsButton } from './NewsButton.tsx';
import { newestFirst, newsWords } from './newsWords.ts';
import { NO_NEWS } from './screen.ts';
import { useGlideIn } from './useGlideIn.ts';

/** What polls bring to the rows in `area`: told, shown on demand, or let in where one only watches. */
export function LiveNews({
  search: { query, place },
  shown: { screen, control, view, waiting },
  area,
  came,
}: {
  search: ListSearch;
  shown: ShownPage;
  area: RefObject<HTMLElement | null>;
  /** Answers and failures that the page had seen when one came to it. */
  came: { readonly answers: number; readonly failures: number };
}) {
  const remember = useGlideIn(area, screen?.rows);
  const news = (!waiting && screen?.news) || NO_NEWS;
  return (
    <>
      <NewsButton words={newsWords(news, query)} above={news.ahead > 0} onShow={control.show} />
      <AnswerWatch
        key={view}
        view={view}
        came={came}
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
    </>
  );
}
