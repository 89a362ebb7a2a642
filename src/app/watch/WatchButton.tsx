import { useId } from 'react';
import { isTerminal } from '../../toloka/vocabulary.ts';
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
  return (
    <>
      <button
        type="button"
        className="button"
        aria-disabled={reason !== null}
        aria-describedby={reason === null ? undefined : reasonId}
        title={reason ?? undefined}
        onClick={toggle}
      >
        <Faces faces={WATCH_FACES} shown={entry ? 'Stop watching' : 'Watch'} />
      </button>
      <span id={reasonId} hidden>
        {reason}
      </span>
    </>
  );
}

function whyNot(operation: Omit<Reading, 'id'> | null | undefined, room: boolean): string | null {
  if (operation === null) return 'It cannot be read, so it cannot be watched.';
  if (operation && isTerminal(operation.status)) return 'It has ended: there is nothing to wait for.';
  return room ? null : `${MAX_WATCHED} operations are watched, which is as many as can be.`;
}
