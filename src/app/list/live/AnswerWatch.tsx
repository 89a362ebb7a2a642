import { useEffect, useEffectEvent, useLayoutEffect, useRef, type RefObject } from 'react';
import { usePageState } from '../pageState.ts';
import type { Screen } from './screen.ts';
import { newsCount } from './screen.ts';
import { isUntouched } from './untouched.ts';

/** Without an answer for so long, nobody can have looked at the page meanwhile, in ms: it asks every 5 to 30 s. */
const UNSEEN_MS = 45_000;

/**
 * Decides, with each answer, whether rows may change places by themselves. Mounted anew (by `key`) for each page: the
 * first answer after one has come to a page shows it as it is; later ones only let new rows in while one watches the top
 * of the first page and touches nothing (`watchable` says whether it is that page). A leaf: it renders with each poll.
 */
export function AnswerWatch({
  view,
  came,
  screen,
  watchable,
  area,
  onArrive,
  onGlide,
}: {
  view: string;
  /** Answers and failures that the page had seen when one came to it, which may be before this code came. */
  came: { readonly answers: number; readonly failures: number };
  screen: Screen | null;
  watchable: boolean;
  area: RefObject<HTMLElement | null>;
  onArrive: () => void;
  onGlide: () => void;
}) {
  const answers = usePageState(view, (state) => state?.dataUpdateCount ?? 0);
  const failures = usePageState(view, (state) => state?.errorUpdateCount ?? 0);
  const seen = useRef(answers === came.answers + 1 ? came : { answers, failures });
  const arriving = useRef(failures === came.failures && answers <= came.answers + 1);
  const lastAnswer = usePageState(view, (state) => state?.dataUpdatedAt ?? 0);
  // This code comes later than the rows: the tab may have been hidden and shown again before.
  const isAway = () => document.visibilityState === 'hidden' || isOld(lastAnswer);
  const away = useRef(isAway());

  useEffect(() => {
    const notice = () => {
      if (document.visibilityState === 'hidden') away.current = true;
    };
    document.addEventListener('visibilitychange', notice);
    return () => document.removeEventListener('visibilitychange', notice);
  }, []);

  const answered = useEffectEvent(() => {
    if (arriving.current) {
      away.current = isAway();
      return onArrive();
    }
    const news = screen ? newsCount(screen.news) : 0;
    // What came while nobody looked is told, not slipped in, until it has been shown.
    if (news === 0) away.current = isAway();
    else if (
      watchable &&
      !away.current &&
      !screen?.reading.missing &&
      area.current &&
      isUntouched(area.current)
    )
      onGlide();
  });
  // In the layout phase, so that no frame shows the rows as they were before the decision.
  useLayoutEffect(() => {
    const before = seen.current;
    seen.current = { answers, failures };
    if (answers !== before.answers) answered();
    if (answers !== before.answers || failures !== before.failures) arriving.current = false;
  }, [answers, failures]);
  return null;
}

function isOld(at: number): boolean {
  return at > 0 && Date.now() - at > UNSEEN_MS;
}
