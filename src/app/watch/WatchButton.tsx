import { useId } from 'react';
import { isTerminal } from '../../toloka/vocabulary.ts';
import { t } from '../../words/words.ts';
import { useAction } from '../actions.ts';
import { Faces } from '../ui/Faces.tsx';
import { WATCH_FACES } from './watchFaces.ts';
import { entryOf, hasRoom, MAX_WATCHED, stopWatching, watch, watchKey, type Reading } from './watched.ts';
import { changeWatched, useWatched } from './watchStore.ts';

/**
 * Watches an operation until it ends, or no longer. `operation` is undefined while it may still come and null when it
 * cannot be read. Where there is nothing to wait for the button stays, and says so.
 */
export function WatchButton({
  environment,
  id,
  operation,
}: {
  environment: string;
  id: string;
  operation: Omit<Reading, 'id'> | null | undefined;
}) {
  const reasonId = useId();
  const list = useWatched();
  const entry = entryOf(list, environment, id);
  const reason = entry ? null : whyNot(operation, hasRoom(list));
  const toggle = () => {
    if (reason !== null) return;
    const { type = '', status = '', progress = null } = operation ?? {};
    changeWatched((before) =>
      entry
        ? stopWatching(before, [watchKey(entry)])
        : watch(before, environment, [{ id, type, status, progress }], Date.now()),
    );
  };
  const action = useAction(entry ? 'unwatch' : 'watch', reason ?? undefined);
  return (
    <>
      <button
        type="button"
        className="button"
        aria-disabled={reason !== null}
        aria-describedby={reason === null ? undefined : reasonId}
        {...action}
        onClick={toggle}
      >
        <Faces faces={WATCH_FACES.map((face) => t(face))} shown={entry ? t('Stop watching') : t('Watch')} />
      </button>
      <span id={reasonId} hidden>
        {reason}
      </span>
    </>
  );
}

function whyNot(operation: Omit<Reading, 'id'> | null | undefined, room: boolean): string | null {
  if (operation === null) return t('It cannot be read, so it cannot be watched.');
  if (operation && isTerminal(operation.status)) return t('It has ended: there is nothing to wait for.');
  if (room) return null;
  return t('{most} operations are watched, which is the maximum.', { most: MAX_WATCHED });
}
