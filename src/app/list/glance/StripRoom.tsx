import { useState } from 'react';
import type { Operation } from '../../../toloka/operation.ts';
import { useSetting } from '../../settings.ts';
import { Later } from '../../ui/Later.tsx';
import { ahead } from '../../ui/parts.ts';
import type { Go } from '../useListSearch.ts';
import styles from './StripRoom.module.css';

const loadStrip = ahead(() => import('./TimeStrip.tsx'));

/**
 * The room for the strip of times over the rows, kept from the first moment on, so that nothing moves when it is drawn.
 * Its code is not asked for before `ready`.
 */
export function StripRoom({
  ready,
  ...strip
}: {
  ready: boolean;
  go: Go;
  rows: readonly Operation[];
  /** Names the page that the rows are of. */
  view: string;
}) {
  const glance = useSetting('glance');
  // Once there, it stays while rows of another question are awaited: the focus may be in it.
  const [begun, setBegun] = useState(ready);
  if (ready && !begun) setBegun(true);
  if (!glance) return null;
  return (
    <div className={styles.room}>
      {begun && (
        <Later load={loadStrip} waiting={null} optional>
          {({ TimeStrip }) => <TimeStrip {...strip} />}
        </Later>
      )}
    </div>
  );
}
