import { useIsFetching } from '@tanstack/react-query';
import { operationKey } from '../api/keys.ts';
import { useLasting } from '../ui/useLasting.ts';

/** When an answer that is still to come is called slow, in ms. */
const SLOW_MS = 3000;

/** Whether the API takes its time to answer about an operation. For leaves: it renders with each request. */
export function useSlow(environment: string, id: string): boolean {
  const asked = useIsFetching({ queryKey: operationKey(environment, id), exact: true });
  return useLasting(asked > 0, SLOW_MS);
}
