import { useState } from 'react';
import { useSettings } from '../settings.ts';
import { formatInstant } from '../ui/format.ts';
import { RefreshIcon } from './RefreshIcon.tsx';
import { paceWords } from './pace.ts';
import { usePageState } from './pageState.ts';
import { useToday } from './useToday.ts';
import styles from './Updates.module.css';

/** How long a refresh by hand can be seen at least, in ms: without it nothing would answer a click that finds no news. */
const SEEN_MS = 400;

/** How fresh the rows are, and the two buttons that decide about it. A leaf: it renders with each poll. */
export function Updates({
  rowsView,
  paused,
  failing,
  onPause,
  refresh,
}: {
  rowsView: string;
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
  return (
    <div className={`${styles.updates} ${paused ? styles.paused : ''}`}>
      <Freshness rowsView={rowsView} paused={paused} failing={failing} busy={busy} />
      <button
        type="button"
        className={`button small ${paused ? 'primary' : 'ghost'}`}
        onClick={() => {
          onPause();
          if (paused) void refreshNow();
        }}
      >
        {paused ? 'Resume updates' : 'Pause updates'}
      </button>
      <button
        type="button"
        className="button small ghost"
        aria-disabled={busy}
        onClick={() => void refreshNow()}
      >
        <RefreshIcon turning={busy} />
        Refresh
      </button>
    </div>
  );
}

function Freshness({
  rowsView,
  paused,
  failing,
  busy,
}: {
  rowsView: string;
  paused: boolean;
  failing: boolean;
  busy: boolean;
}) {
  const [{ zone }] = useSettings();
  const at = usePageState(rowsView, (state) => state?.dataUpdatedAt ?? 0);
  const pace = usePageState(rowsView, (state) => paceWords(state?.data));
  const time = formatInstant(at, zone, useToday(zone));
  const tone = failing ? styles.failing : paused ? styles.still : at === 0 ? styles.unknown : styles.live;
  return (
    <span className={styles.freshness}>
      <i className={tone} />
      <span>{busy ? 'Refreshing…' : words()}</span>
    </span>
  );

  function words() {
    if (at === 0) return failing ? 'Not loaded yet' : 'Loading…';
    if (paused) return `Updates paused, as of ${time}`;
    return failing ? (
      `Last updated ${time}`
    ) : (
      <>
        Updated {time}
        <span className={styles.pace}>, {pace}</span>
      </>
    );
  }
}
