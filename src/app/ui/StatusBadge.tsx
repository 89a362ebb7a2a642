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

/** A status as icon, word and colour. `large` is for a page's head. */
export function StatusBadge({
  tone,
  large = false,
  children,
}: {
  tone: Tone;
  large?: boolean;
  children: ReactNode;
}) {
  const Icon = ICONS[tone];
  return (
    <span className={`${styles.badge} ${styles[tone]} ${large ? styles.large : ''}`}>
      <Icon size={large ? 18 : 14} />
      <span>{children}</span>
    </span>
  );
}
