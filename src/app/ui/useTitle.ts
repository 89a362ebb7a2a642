import { useEffect } from 'react';

/** Sets the window's title. It stays until the next page sets its own. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title;
  }, [title]);
}
