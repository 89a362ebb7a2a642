import { useContext, useEffect, useState, type ComponentProps, type ReactNode } from 'react';
// What `useLocation` reads. The router has no other way to keep a part of the page at an earlier address.
import { NavigationType, UNSAFE_LocationContext as LocationContext } from 'react-router-dom';
import { isRowsWay } from './detailState.ts';
import styles from './Pages.module.css';
import { afterFrame } from './ui/afterFrame.ts';

type At = ComponentProps<typeof LocationContext>['value'];

/** A page that is, or was just, on the screen. `serial` is its own for as long as it is mounted. */
type Visit = { readonly serial: number; readonly at: At };

type Visits = { readonly now: Visit; readonly left: Visit | null };

/**
 * The page that the address names, drawn by `children`. A list that is left by one of its rows goes out of sight at once, and is
 * taken apart once the head of the operation's page has been painted: that takes as long as it takes to draw the head.
 */
export function Pages({ children }: { children: ReactNode }) {
  const at = useContext(LocationContext);
  const [visits, setVisits] = useState<Visits>(() => ({ now: { serial: 0, at }, left: null }));
  const next = visits.now.at === at ? visits : follow(visits, at);
  if (next !== visits) setVisits(next);
  const { now, left } = next;
  useEffect(
    () =>
      left === null
        ? undefined
        : afterFrames(2, () => setVisits((held) => (held.left === left ? { ...held, left: null } : held))),
    [left],
  );
  return [left, now].map(
    (visit) =>
      visit && (
        <div key={visit.serial} className={visit === left ? styles.left : undefined}>
          <LocationContext value={visit.at}>{children}</LocationContext>
        </div>
      ),
  );
}

function follow({ now }: Visits, at: At): Visits {
  const byRow =
    at.navigationType === NavigationType.Push && isRowsWay(now.at.location, at.location, at.location.state);
  if (byRow) return { now: { serial: now.serial + 1, at }, left: now };
  return { now: { ...now, at }, left: null };
}

function afterFrames(count: number, call: () => void): () => void {
  let stop = afterFrame(() => {
    if (count === 1) call();
    else stop = afterFrames(count - 1, call);
  });
  return () => stop();
}
