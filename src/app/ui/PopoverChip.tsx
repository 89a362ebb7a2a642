import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { t } from '../../words/words.ts';
import { ChevronIcon, CrossIcon } from './icons.tsx';
import { Popover } from './Popover.tsx';
import styles from './PopoverChip.module.css';

/** `empty`: nothing is set; `set`: something is, and can be taken away; `plain`: what holds without having been set. */
export type ChipTone = 'empty' | 'set' | 'plain';

/**
 * One attribute of a question as a chip that reads `Attribute value` and opens its own editor. It is a combobox to
 * those who hear it: `label` is its name, `words` its value. `details` is the exact value, for hovering.
 */
export function PopoverChip({
  label,
  words,
  details,
  tone,
  panelLabel,
  open,
  onOpenChange,
  onRemove,
  children,
}: {
  label: string;
  words: string;
  details: string;
  tone: ChipTone;
  panelLabel: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onRemove: () => void;
  children: (close: () => void) => ReactNode;
}) {
  const id = useId();
  const control = useRef<HTMLButtonElement>(null);
  const openDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    // A click rather than showPopover(), so that the platform knows which button to give the focus back to.
    if (!open) control.current?.click();
  };
  const remove = () => {
    // This button is about to go; the focus must not go with it.
    control.current?.focus();
    onRemove();
  };
  const chip = (
    <span
      className={`${styles.chip} ${styles[tone]} ${open ? styles.open : ''}`}
      title={details || undefined}
    >
      <span className={styles.face}>
        <span aria-hidden="true" className={styles.attribute}>
          {label}
        </span>
        <button
          ref={control}
          type="button"
          role="combobox"
          aria-haspopup="dialog"
          aria-expanded={open}
          aria-controls={id}
          aria-label={label}
          popoverTarget={id}
          className={styles.control}
          onKeyDown={openDown}
        >
          <span className={words === '' ? 'visually-hidden' : styles.words}>{words || t('any')}</span>
        </button>
        {tone !== 'set' && <ChevronIcon size={12} />}
      </span>
      {tone === 'set' && (
        <button
          type="button"
          className={styles.remove}
          aria-label={t('Remove {filter}', { filter: label })}
          onClick={remove}
        >
          <CrossIcon />
        </button>
      )}
    </span>
  );
  return (
    <Popover id={id} label={panelLabel} open={open} onOpenChange={onOpenChange} anchor={chip}>
      {children}
    </Popover>
  );
}
