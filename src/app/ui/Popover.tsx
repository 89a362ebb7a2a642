import type { ReactNode } from 'react';
import styles from './Popover.module.css';
import { PopoverPanel } from './PopoverPanel.tsx';

/**
 * A panel that opens beside `anchor`, which holds its button: `popoverTarget={id}`, `aria-controls={id}` and
 * `aria-expanded={open}`.
 */
export function Popover({
  id,
  label,
  open,
  onOpenChange,
  anchor,
  children,
}: {
  id: string;
  label: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  anchor: ReactNode;
  children: (close: () => void) => ReactNode;
}) {
  return (
    <span className={styles.anchor}>
      {anchor}
      <PopoverPanel id={id} label={label} open={open} onOpenChange={onOpenChange}>
        {children}
      </PopoverPanel>
    </span>
  );
}
