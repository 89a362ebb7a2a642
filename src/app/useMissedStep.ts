import { useLayoutEffect, useRef } from 'react';
import { useLocation } from 'react-router-dom';

/**
 * Takes the step through history that somebody makes while the first page is being drawn, in pieces between which the
 * browser does what else it has to do: the router reads the address when it begins, and listens only when all is drawn. Without
 * this the page would be that of an address which has gone.
 */
export function useMissedStep(): void {
  const { pathname, search, hash } = useLocation();
  const begunWith = useRef(pathname + search + hash);
  useLayoutEffect(() => {
    const { location, history } = window;
    if (location.pathname + location.search + location.hash === begunWith.current) return;
    // The router's own effect, in which it begins to listen, comes after those of what it holds.
    queueMicrotask(() => dispatchEvent(new PopStateEvent('popstate', { state: history.state as unknown })));
  }, []);
}
