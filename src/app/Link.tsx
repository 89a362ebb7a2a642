import { useQueryClient } from '@tanstack/react-query';
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useRef,
  type ComponentProps,
  type MouseEvent,
  type ReactNode,
} from 'react';
import { useNavigate } from 'react-router-dom';
import { askAhead } from './askAhead.ts';
import { isRowsWay } from './detailState.ts';
import { arrived, leap, leave, stay } from './leave.ts';

/** Goes to an address of the app. `state` is kept with the history entry that it makes, `link` says that it is followed. */
type Go = (to: string, state?: unknown, link?: Element) => void;

const Going = createContext<Go>(() => {});

/**
 * Lets the links below be followed without leaving the page. What they are handed never changes, so that a navigation
 * renders none of them again; the router's own `Link` would render in every row of a list.
 */
export function Followed({ children }: { children: ReactNode }) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const latest = useRef(navigate);
  useLayoutEffect(() => {
    latest.current = navigate;
    arrived();
  });
  // Back to where the page still is, before it has drawn anything else, draws nothing.
  useEffect(() => {
    addEventListener('popstate', arrived);
    return () => removeEventListener('popstate', arrived);
  }, []);
  const go = useCallback<Go>(
    (to, state, link) => {
      const navigate = () => {
        const { pathname, search, hash } = window.location;
        void latest.current(to, { state, replace: to === pathname + search + hash });
      };
      const target = new URL(to, location.href);
      // The rows of another view are asked for while the frame is painted that says so, and its page is drawn.
      void askAhead(client, target);
      if (isRowsWay(location, target, state)) return leap(navigate);
      // Either behind the frame that says which link is followed.
      (target.pathname === location.pathname ? stay : leave)(navigate, link);
    },
    [client],
  );
  return <Going value={go}>{children}</Going>;
}

/** How to go to an address of the app as its links do, for what is none. */
export function useGo(): Go {
  return useContext(Going);
}

/**
 * How to follow a link, for those that are more than a `Link`, unless the click asks for something else: a new tab, a
 * download, a context menu. A `state` that is a function is asked when the link is followed.
 */
export function useFollow(): (event: MouseEvent, to: string, state?: unknown) => void {
  const go = useGo();
  return (event, to, state) => {
    const meant = event.button === 0 && !(event.metaKey || event.altKey || event.ctrlKey || event.shiftKey);
    if (!meant || event.defaultPrevented) return;
    event.preventDefault();
    const handed: unknown = typeof state === 'function' ? state() : state;
    go(to, handed, event.currentTarget);
  };
}

/**
 * A link within the app. `to` is a path with its query (see `links.ts`); `state`, or what it gives, is kept with the history
 * entry that it makes. An `onClick` of its own goes first.
 */
export function Link({
  to,
  state,
  onClick,
  children,
  ...rest
}: Omit<ComponentProps<'a'>, 'href'> & { to: string; state?: unknown }) {
  const follow = useFollow();
  return (
    <a
      {...rest}
      href={to}
      onClick={(event) => {
        onClick?.(event);
        follow(event, to, state);
      }}
    >
      {children}
    </a>
  );
}
