import { useContext, useId, useState } from 'react';
import { Link } from '../../Link.tsx';
import type { Operation } from '../../../toloka/operation.ts';
import { isTerminal } from '../../../toloka/vocabulary.ts';
import { t } from '../../../words/words.ts';
import { useAction } from '../../actions.ts';
import { compareHref, operationHref } from '../../links.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { Faces } from '../../ui/Faces.tsx';
import { formatCount } from '../../ui/format.ts';
import { rich } from '../../ui/rich.tsx';
import { stopWatching, watch, watchKey } from '../../watch/watched.ts';
import { WATCH_FACES } from '../../watch/watchFaces.ts';
import { changeWatched, useWatched } from '../../watch/watchStore.ts';
import { chosenOf, watchedWords, watchOffer, whyNotCompared, type WatchOffer } from './chosen.ts';
import { focusSelectAll } from './selectAll.ts';
import { SelectionContext, type Selected } from './selection.ts';
import styles from './SelectionBar.module.css';

/** What can be done with the selected rows. `rows` are those on screen, `listSearch` the list's own query string. */
export function SelectionBar({
  selected,
  environment,
  rows,
  listSearch,
}: {
  selected: Selected;
  environment: string;
  rows: readonly Operation[];
  listSearch: string;
}) {
  const id = useId();
  const selection = useContext(SelectionContext);
  const list = useWatched();
  // What was done holds for the rows that it was done to; once others are selected it goes unsaid.
  const [done, setDone] = useState({ with: selected, words: '' });
  const { operations, away } = chosenOf(selected, rows);
  const ids = operations.map(({ id }) => id);
  const offer = watchOffer(operations, environment, list);
  const notWatched = offer.kind === 'nothing' ? offer.reason : null;
  const notCompared = whyNotCompared(ids.length);
  const watchAction = useAction(offer.kind === 'stop' ? 'unwatch' : 'watch', notWatched ?? undefined);
  const takeUpNow = () => {
    // As it is now: who selects one more row and presses the key right behind it means that row, too.
    const live = selection?.selected() ?? selected;
    const now = chosenOf(live, rows).operations;
    setDone({ with: live, words: takeUp(watchOffer(now, environment, list), environment, now) });
  };
  const clear = () => {
    selection?.clear();
    // The bar goes; the focus goes to where one selects anew.
    focusSelectAll();
  };
  return (
    <section aria-label={t('Selection')} className={styles.bar}>
      <p role="status" className={styles.count}>
        {rich('{n} selected', { n: <b>{formatCount(ids.length)}</b> })}
        {away > 0 && (
          <span className={styles.away}>{t(', {n} no longer on this page', { n: formatCount(away) })}</span>
        )}
      </p>
      <div className={styles.actions}>
        <button
          type="button"
          className="button"
          aria-disabled={notWatched !== null}
          aria-describedby={notWatched === null ? undefined : `${id}-watch`}
          {...watchAction}
          onClick={takeUpNow}
        >
          <Faces
            faces={WATCH_FACES.map((face) => t(face))}
            shown={offer.kind === 'stop' ? t('Stop watching') : t('Watch')}
          />
        </button>
        {notCompared === null ? (
          <Link className="button" to={compareHref(environment, ids)} state={{ listSearch }}>
            {t('Compare')}
          </Link>
        ) : (
          <button
            type="button"
            className="button"
            aria-disabled="true"
            aria-describedby={`${id}-compare`}
            title={notCompared}
          >
            {t('Compare')}
          </button>
        )}
        <span id={`${id}-watch`} hidden>
          {notWatched}
        </span>
        <span id={`${id}-compare`} hidden>
          {notCompared}
        </span>
        <CopyButton label={t('Copy IDs')} text={() => ids.join('\n')} />
        <CopyButton
          label={t('Copy links')}
          text={() => ids.map((id) => location.origin + operationHref(environment, id)).join('\n')}
        />
      </div>
      <p role="status" className={styles.said}>
        {(done.with === selected && done.words) || notCompared}
      </p>
      <button type="button" className="button ghost" onClick={clear}>
        {t('Clear')}
      </button>
    </section>
  );
}

/** Does what is offered, and tells what came of it. */
function takeUp(offer: WatchOffer, environment: string, operations: readonly Operation[]): string {
  if (offer.kind === 'nothing') return offer.reason;
  if (offer.kind === 'stop') {
    const keys = offer.operations.map(({ id }) => watchKey({ environment, id }));
    changeWatched((list) => stopWatching(list, keys));
    return t('No longer watching {n}', { n: formatCount(keys.length) });
  }
  const wanted = offer.operations.length;
  const { before, after } = changeWatched((list) => watch(list, environment, offer.operations, Date.now()));
  const known = new Set(before.entries.map(watchKey));
  const taken = after.entries.filter((entry) => !known.has(watchKey(entry))).length;
  return watchedWords(wanted, taken, operations.filter(({ status }) => isTerminal(status)).length);
}
