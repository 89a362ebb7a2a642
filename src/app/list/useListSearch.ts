import { useQueryClient } from '@tanstack/react-query';
import { startTransition, useCallback, useMemo } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import type { ListSearch } from '../../toloka/listSearch.ts';
import { parseListSearch } from '../../toloka/parseSearch.ts';
import { askAhead } from '../askAhead.ts';
import { listHref } from '../links.ts';

/** What is to become of a search. It is told upon what the address says by then, which may be ahead of what is drawn. */
export type Change = (now: ListSearch) => ListSearch;

/** Takes the list to another view; `replace` for the same rows, which is no place in history. */
export type Go = (change: Change, options?: { readonly replace: boolean }) => void;

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
    (change, options) => {
      // The address is ahead of what is drawn: a change may be taken back, or another one made, before the page shows it.
      const now = parseListSearch(window.location.search);
      const href = listHref(environment, change(now));
      if (href === listHref(environment, now)) return;
      // Who goes on with updates asks by hand.
      if (!options?.replace) void askAhead(client, new URL(href, location.href));
      // The page stays at hand while what it is to show is drawn.
      startTransition(() => void navigate(href, options));
    },
    [environment, navigate, client],
  );
  return { search, go };
}
