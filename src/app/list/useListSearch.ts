import { useQueryClient } from '@tanstack/react-query';
import { startTransition, useCallback, useMemo } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import type { ListSearch } from '../../toloka/listSearch.ts';
import { parseListSearch } from '../../toloka/parseSearch.ts';
import { askAhead } from '../askAhead.ts';
import { listHref } from '../links.ts';

/** Takes the list to another view; `replace` for what is no place in history. */
export type Go = (next: ListSearch, options?: { readonly replace: boolean }) => void;

/**
 * The URL's query string as a search, and the one way to change it: one navigation a change, none when the view stays
 * the same.
 */
export function useListSearch(environment: string): { search: ListSearch; go: Go } {
  const { search: text } = useLocation();
  const search = useMemo(() => parseListSearch(text), [text]);
  const navigate = useNavigate();
  const client = useQueryClient();
  const go = useCallback<Go>(
    (next, options) => {
      const href = listHref(environment, next);
      // The address is ahead of what is drawn: a change may be taken back before the page shows it.
      const now = listHref(environment, parseListSearch(window.location.search));
      if (href === now) return;
      void askAhead(client, new URL(href, location.href));
      // The page stays at hand while what it is to show is drawn.
      startTransition(() => void navigate(href, options));
    },
    [environment, navigate, client],
  );
  return { search, go };
}
