import { QueryClient } from '@tanstack/react-query';

/**
 * The app's query client. No automatic retries: polling is the retry, with its own pace and an announced next try.
 * Requests go out even when the browser believes to be offline, since the proxy may well be on this machine. `Upkeep` sees
 * to the rest behind the first row.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: { queries: { retry: false, networkMode: 'always', staleTime: 0, gcTime: 300_000 } },
  });
}
