import { startTransition, useEffect, useState } from 'react';
import { afterFrame } from './afterFrame.ts';

/**
 * A value that follows behind: what depends on it is drawn after the frame that shows everything else, in slices between
 * which the page answers. `first` is what it is until then. React's own `useDeferredValue` begins before that frame is
 * painted, and by a number so large (2 ** 30) that V8 boxes two numbers in every node of React's tree from then on: 90 kB for
 * a list of 50.
 */
export function useBehind<Value>(value: Value, first = value): Value {
  const [behind, follow] = useState(() => first);
  useEffect(
    () =>
      Object.is(value, behind) ? undefined : afterFrame(() => startTransition(() => follow(() => value))),
    [value, behind],
  );
  return behind;
}
