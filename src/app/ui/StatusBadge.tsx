import type { ReactNode } from 'react';
import { FailIcon, PendingIcon, RunningIcon, SuccessIcon, UnknownIcon } from './icons.tsx';
import styles from './StatusBadge.module.css';

/** How a status looks: an outline of its own, so that it can be told apart without colour. */
export type Tone = 'running' | 'pending' | 'success' | 'fail' | 'unknown';

const ICONS = {
  running: RunningIcon,
  pending: PendingIcon,
  success: SuccessIcon,
  fail: FailIcon,
  unknown: UnknownIcon,
} as const satisfies Record<Tone, unknown>;

type Badge = {
  readonly tone: Tone;
  /** For a page's head. */
  readonly large?: boolean;
  readonly children: ReactNode;
};

/** A status as icon, word and colour. */
export function StatusBadge(badge: Badge) {
  return statusBadge(badge);
}

/** The same for where there are many of them, as in the rows of a list: a component less for each. */
export function statusBadge({ tone, large = false, children }: Badge): ReactNode {
  return (
    <span className={`${styles.badge} ${styles[tone]} ${large ? styles.large : ''}`}>
      {ICONS[tone]({ size: large ? 18 : 14 })}
      <span>{children}</span>
    </span>
  );
}
