import { QueryClient } from '@tanstack/react-query';
import { recordProgress } from './progressLog.ts';

/**
 * The app's query client. No automatic retries: polling is the retry, with its own pace and an announced next try.
 * Requests go out even when the browser believes to be offline, since the proxy may well be on this machine. The
 * progress that operations' answers tell is kept for as long as the client lives (see `progressLog.ts`).
 */
export function createQueryClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: { queries: { retry: false, networkMode: 'always', staleTime: 0, gcTime: 300_000 } },
  });
  recordProgress(client);
  return client;
}
