import { useCallback, useEffect, useMemo, useRef, type MouseEvent } from 'react';
import { useLocation } from 'react-router-dom';
import { operationHref } from '../../links.ts';
import { changeLogSearch, itemHash } from './logSearch.ts';
import { useOperationLog } from './operationLog.ts';
import { useLogSearch } from './useLogSearch.ts';

/** How rows lead to their items. The same object as long as the filters stay: thousands of rows depend on it. */
export type ItemLinks = {
  /** The cause that the list is filtered by. */
  readonly cause: string | null;
  readonly hrefOf: (item: number) => string;
  /** Follows a link without loading the page anew, unless somebody wants it in another tab. */
  readonly follow: (event: MouseEvent, item: number) => void;
};

/**
 * The links to the items of the list on screen. The router's own links would each render at every step through the
 * items, since each reads the address.
 */
export function useItemLinks(): ItemLinks {
  const { environment, operation } = useOperationLog();
  const { id } = operation;
  const { search, go } = useLogSearch();
  const { cause } = search;
  const query = useLocation().search;
  const latest = useRef(go);
  useEffect(() => {
    latest.current = go;
  });
  const follow = useCallback((event: MouseEvent, item: number) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    latest.current({ item });
  }, []);
  return useMemo(() => {
    const base = operationHref(environment, id, changeLogSearch(query, '', {}).search);
    const hrefOf = (item: number) => base + itemHash(item);
    return { cause, hrefOf, follow };
  }, [environment, id, query, cause, follow]);
}
