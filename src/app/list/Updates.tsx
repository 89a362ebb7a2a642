import { useEffect, useState } from 'react';
import { t } from '../../words/words.ts';
import { useAction } from '../actions.ts';
import { readAt } from '../api/freshness.ts';
import { useSetting } from '../settings.ts';
import { formatInstant } from '../ui/format.ts';
import { useLasting } from '../ui/useLasting.ts';
import { tickNow } from '../ui/useSecond.ts';
import { RefreshIcon } from './RefreshIcon.tsx';
import { paceWords } from './pace.ts';
import { usePageState } from './pageState.ts';
import { useToday } from './useToday.ts';
import styles from './Updates.module.css';

/** How long a refresh by hand can be seen at least, in ms: without it nothing would answer a click that finds no news. */
const SEEN_MS = 400;

/** When an answer that is still to come is called slow, in ms. */
const SLOW_MS = 3000;

/** How fresh the rows are, and the two buttons that decide about it. A leaf: it renders with each poll. */
export function Updates({
  rowsView,
  view,
  paused,
  failing,
  onPause,
  refresh,
}: {
  rowsView: string;
  /** The page that is asked for, which may still be to come. */
  view: string;
  paused: boolean;
  failing: boolean;
  onPause: () => void;
  refresh: () => Promise<unknown>;
}) {
  const [busy, setBusy] = useState(false);
  const refreshNow = async () => {
    if (busy) return;
    setBusy(true);
    await Promise.all([refresh(), new Promise((resolve) => setTimeout(resolve, SEEN_MS))]);
    setBusy(false);
  };
  const pause = useAction(paused ? 'resume' : 'pause');
  const again = useAction('refresh');
  return (
    <div className={`${styles.updates} ${paused ? styles.paused : ''}`}>
      <Freshness rowsView={rowsView} view={view} paused={paused} failing={failing} busy={busy} />
      <button
        type="button"
        className={`button small ${paused ? 'primary' : 'ghost'}`}
        {...pause}
        onClick={() => {
          onPause();
          if (paused) void refreshNow();
        }}
      >
        {paused ? t('Resume updates') : t('Pause updates')}
      </button>
      <button
        type="button"
        className="button small ghost"
        {...again}
        aria-disabled={busy}
        onClick={() => void refreshNow()}
      >
        <RefreshIcon turning={busy} />
        {t('Refresh')}
      </button>
    </div>
  );
}

function Freshness({
  rowsView,
  view,
  paused,
  failing,
  busy,
}: {
  rowsView: string;
  view: string;
  paused: boolean;
  failing: boolean;
  busy: boolean;
}) {
  const zone = useSetting('zone');
  const at = usePageState(rowsView, (_, query) => readAt(query));
  const stale = usePageState(rowsView, (state) => state?.isInvalidated ?? false);
  const fetching = usePageState(view, (state) => state?.fetchStatus === 'fetching');
  const slow = useLasting(fetching, SLOW_MS);
  const pace = usePageState(rowsView, (state) => paceWords(state?.data));
  const time = formatInstant(at, zone, useToday(zone));
  // The clocks of the rows tick in the frame that shows this time.
  useEffect(tickNow, [at]);
  const tone = failing ? styles.failing : paused ? styles.still : at === 0 ? styles.unknown : styles.live;
  return (
    <span className={styles.freshness}>
      <i className={tone} />
      <span>{slow ? slowWords() : busy ? t('Refreshing…') : words()}</span>
    </span>
  );

  function slowWords() {
    return at === 0
      ? t('The API is slow to answer…')
      : t('The API is slow to answer; last updated {time}', { time });
  }

  function words() {
    if (at === 0) return failing ? t('Not loaded yet') : t('Loading…');
    if (paused) return t('Updates paused, as of {time}', { time });
    return failing || stale ? (
      t('Last updated {time}', { time })
    ) : (
      <>
        {t('Updated {time}', { time })}
        <span className={styles.pace}>, {pace}</span>
      </>
    );
  }
}
