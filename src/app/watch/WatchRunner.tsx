import { useEffect, useState, useSyncExternalStore } from 'react';
import { useNavigate } from 'react-router-dom';
import type { Operation } from '../../toloka/operation.ts';
import { configuredEnvironments } from '../environments.ts';
import { operationHref } from '../links.ts';
import { useTitlePrefix } from '../ui/useTitle.ts';
import { EndAnnouncer } from './EndAnnouncer.tsx';
import { Follow } from './Follow.tsx';
import { isHidden, isLookedAt, onLook } from './lookedAt.ts';
import { closeNotifications, notifyPermission, showNotification } from './notifications.ts';
import { signalOf, titlePrefix } from './signals.ts';
import { useFavicon } from './useFavicon.ts';
import { isLockFree, useTabLock } from './useTabLock.ts';
import { entryOf, isNews, notice, observe, watchKey, type WatchedOperation } from './watched.ts';
import { changeWatched, useWatched, watchedNow } from './watchStore.ts';

/** Held by the one tab that asks on while it is hidden; the others follow what it finds. */
const BACKGROUND = 'toloka-operations:watch-in-background';
/** Held by every tab that is in sight: then the system need tell nobody. */
const IN_SIGHT = 'toloka-operations:in-sight';
/** For how long an end is kept from the system while a tab seems to be in sight, in ms: it may just have gone. */
const UNSEEN_MS = 2000;

/**
 * Follows all that is watched, wherever one is in the app, and tells how it goes by the tab's title and icon, and its end
 * by the system. `shown` is the key of the operation whose page one is on.
 */
export function WatchRunner({ shown }: { shown: string | null }) {
  const { entries } = useWatched();
  const [unreadable, setUnreadable] = useState<ReadonlySet<string>>(new Set());
  const navigate = useNavigate();
  const open = entries.filter(({ endedAt }) => endedAt === null);
  const asked = open.filter(({ environment }) => configuredEnvironments().includes(environment));
  const unread = new Set([...unreadable, ...open.filter((entry) => !asked.includes(entry)).map(watchKey)]);
  const inSight = useSyncExternalStore(onLook, isInSight);
  const background = useTabLock(BACKGROUND, 'exclusive', asked.length > 0);
  useTabLock(IN_SIGHT, 'shared', inSight && entries.length > 0);
  useNoticing(entries);
  useTitlePrefix(titlePrefix(entries, unread, shown));
  useFavicon(signalOf(entries, unread));

  const read = (environment: string, operation: Operation) => {
    const ended = takeIn(environment, operation);
    if (!ended || !isHidden()) return;
    void notifyUnlessSeen(ended, () => void navigate(operationHref(environment, ended.id)));
  };
  return (
    <>
      {asked.map((entry) => (
        <Follow
          key={watchKey(entry)}
          environment={entry.environment}
          id={entry.id}
          background={background}
          onRead={read}
          onUnreadable={(isSo) => setUnreadable((before) => toggled(before, watchKey(entry), isSo))}
        />
      ))}
      <EndAnnouncer entries={entries} shown={shown} />
    </>
  );
}

/** Takes a reading in; the entry when it has ended with it, which only one tab gets to know. */
function takeIn(environment: string, operation: Operation): WatchedOperation | null {
  const { before, after } = changeWatched((list) => observe(list, environment, operation, Date.now()));
  const entry = entryOf(after, environment, operation.id);
  return entry?.endedAt != null && entryOf(before, environment, operation.id)?.endedAt === null
    ? entry
    : null;
}

async function notifyUnlessSeen(entry: WatchedOperation, onOpen: () => void): Promise<void> {
  const { environment, id } = entry;
  if (!watchedNow().notify || notifyPermission() !== 'granted' || !(await isLockFree(IN_SIGHT, UNSEEN_MS)))
    return;
  // Somebody may have looked at it meanwhile, in whichever tab.
  const now = entryOf(watchedNow(), environment, id);
  if (now && isNews(now) && isHidden()) showNotification(entry, onOpen);
}

/** An end is news until somebody looks at the app, in whichever tab. */
function useNoticing(entries: readonly WatchedOperation[]): void {
  useEffect(() => closeNotifications, []);
  useEffect(() => {
    if (!entries.some(isNews)) {
      closeNotifications();
      return undefined;
    }
    const look = () => {
      if (isLookedAt()) changeWatched(notice);
    };
    look();
    return onLook(look);
  }, [entries]);
}

function isInSight(): boolean {
  return !isHidden();
}

function toggled(set: ReadonlySet<string>, key: string, isIn: boolean): ReadonlySet<string> {
  if (set.has(key) === isIn) return set;
  return new Set(isIn ? [...set, key] : [...set].filter((each) => each !== key));
}
