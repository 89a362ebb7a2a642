import { useCallback, useMemo } from 'react';
import { createPath, useLocation, useNavigate } from 'react-router-dom';
import {
  changeLogSearch,
  parseLogSearch,
  withoutFaults,
  type LogAddress,
  type LogSearch,
  type LogSearchChange,
} from './logSearch.ts';

/** The log's part of the address, and the one way to change it: one navigation a change. */
export type LogNavigation = {
  readonly search: LogSearch;
  /** Where a link with a change leads. */
  readonly to: (change: LogSearchChange) => string;
  /** What the router keeps of this entry, for links: the way back to the list goes on from there. */
  readonly state: unknown;
  /** Takes the log to another search; `replace` for what is no place in history, such as a letter typed. */
  readonly go: (change: LogSearchChange, options?: { readonly replace: boolean }) => void;
  /** Takes out of the link what cannot be understood. */
  readonly mend: () => void;
};

/** Reads the address for the log. */
export function useLogSearch(): LogNavigation {
  const location = useLocation();
  const { pathname, hash } = location;
  const state: unknown = location.state;
  const navigate = useNavigate();
  const search = useMemo(() => parseLogSearch(location.search, hash), [location.search, hash]);
  const to = useCallback(
    (change: LogSearchChange) => createPath({ pathname, ...changeLogSearch(location.search, hash, change) }),
    [pathname, location.search, hash],
  );
  const move = useCallback(
    (address: LogAddress, replace: boolean) => {
      if (`?${address.search}` === location.search && address.hash === hash) return;
      void navigate({ pathname, ...address }, { replace, state });
    },
    [navigate, pathname, location.search, hash, state],
  );
  return useMemo(
    () => ({
      search,
      to,
      state,
      go: (change, options) =>
        move(changeLogSearch(location.search, hash, change), options?.replace ?? false),
      mend: () => move(withoutFaults(location.search, hash), false),
    }),
    [search, to, state, move, location.search, hash],
  );
}
