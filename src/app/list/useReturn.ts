import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router-dom';
import { environmentOfPath, operationHref } from '../links.ts';
import { readListState } from '../listState.ts';
import { comeTo, isAt } from '../comeTo.ts';

/** The row that was followed from each entry of the history, by its link's path, for as long as the page lives. */
const followed = new Map<string, string>();

/**
 * Puts the focus where it belongs when somebody comes to the list from another page: on the row that they had followed, once
 * the rows are there (`ready`), or else on the page's heading. A changed query or page of the list is no coming.
 */
export function useReturn(ready: boolean): void {
  const { key, pathname, state } = useLocation();
  const came = useNavigationType();
  const awaited = useRef<string | null>(null);
  const arrive = useEffectEvent(() => {
    if (!comeTo(pathname)) return;
    const back = seenIn(pathname, state);
    awaited.current = came === NavigationType.Pop ? (followed.get(key) ?? back) : back;
    heading()?.focus({ preventScroll: true });
  });
  useLayoutEffect(() => arrive(), []);
  useLayoutEffect(() => {
    const path = awaited.current;
    if (!ready || path === null || !isAt(pathname)) return;
    awaited.current = null;
    // Who has gone on while the rows were on their way stays there.
    const { activeElement } = document;
    if (activeElement !== document.body && activeElement !== heading()) return;
    rows()
      .find((link) => link.pathname === path)
      ?.focus({ preventScroll: true });
  }, [ready, pathname]);

  useEffect(() => {
    const remember = ({ target }: Event) => {
      const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[data-row]') : null;
      if (link) followed.set(key, link.pathname);
    };
    document.addEventListener('click', remember, true);
    return () => document.removeEventListener('click', remember, true);
  }, [key]);
}

/** The path of the row that the focus may go back to in this entry of the history: it has to be drawn first. */
export function useFollowed(): string | null {
  const { key, pathname, state } = useLocation();
  return followed.get(key) ?? seenIn(pathname, state);
}

/** The row that a page of the app has led back from, by its path. */
function seenIn(pathname: string, state: unknown): string | null {
  const seen = readListState(state)?.seen;
  return seen === undefined ? null : operationHref(environmentOfPath(pathname) ?? '', seen);
}

function heading(): HTMLElement | null {
  return document.querySelector('h1');
}

function rows(): HTMLAnchorElement[] {
  return [...document.querySelectorAll<HTMLAnchorElement>('a[data-row]')];
}
