import { useRef, useState } from 'react';
import { afterFrame } from './afterFrame.ts';

/**
 * What a control shows, and how to choose something else by it: it shows that at once, and `choose`, which has much drawn
 * again, is called behind the frame that shows it.
 */
export function useMeant<Value>(
  value: Value,
  choose: (value: Value) => void,
): readonly [Value, (meant: Value) => void] {
  const [meant, mean] = useState<{ readonly value: Value } | null>(null);
  const callOff = useRef(() => {});
  const press = (next: Value) => {
    callOff.current();
    mean({ value: next });
    callOff.current = afterFrame(() => {
      choose(next);
      mean(null);
    });
  };
  return [meant ? meant.value : value, press];
}
