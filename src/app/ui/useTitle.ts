import { useEffect } from 'react';

/** The window's title has two parts, and this file alone writes it: a page's words, and what goes before them. */
let title = '';
let prefix = '';

/** Sets the window's title. It stays until the next page sets its own. */
export function useTitle(words: string): void {
  useEffect(() => {
    title = words;
    show();
  }, [words]);
}

/** Sets what goes before every page's title, for as long as the caller is there. */
export function useTitlePrefix(words: string): void {
  useEffect(() => {
    prefix = words;
    show();
    return () => {
      prefix = '';
      show();
    };
  }, [words]);
}

function show(): void {
  document.title = prefix + title;
}
