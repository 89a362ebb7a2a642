import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type ReactNode,
  type ToggleEvent,
} from 'react';
import { t } from '../../words/words.ts';
import { Held } from './Held.tsx';
import { CrossIcon } from './icons.tsx';
import { CameLate } from './Later.tsx';
import styles from './Popover.module.css';
import { spendPress } from './spendPress.ts';
import { useBehind } from './useBehind.ts';
import { isSmall } from './useSmallScreen.ts';

/**
 * The panel of a popover; on small screens a sheet at the bottom. Any button opens it by `popoverTarget={id}`. With
 * `besideOpener` it opens beside the button that opened it, so that many buttons can share one panel. The platform's
 * popover does the rest: Escape, a click elsewhere, one at a time, and the focus goes back to the button. The content
 * exists only while the panel is open, so that what was drafted in it is gone when it closes. It is drawn behind the frame in
 * which the button says that it is open, and the panel is seen, and takes the focus, once it is there. Beside a sheet a press
 * only closes it.
 */
export function PopoverPanel({
  id,
  label,
  open,
  onOpenChange,
  besideOpener = false,
  children,
}: {
  id: string;
  label: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  besideOpener?: boolean;
  children: (close: () => void) => ReactNode;
}) {
  const panel = useRef<HTMLDivElement>(null);
  // Unless somebody has gone on meanwhile.
  const cameLate = useCallback(() => {
    if (panel.current && document.activeElement === panel.current) focusFirst(panel.current);
  }, []);
  const drawn = useBehind(open) && open;
  useLayoutEffect(() => {
    if (drawn && panel.current?.matches(':popover-open')) focusFirst(panel.current);
  }, [drawn]);
  const close = () => document.getElementById(id)?.hidePopover();
  useEffect(() => {
    if (!open) return undefined;
    const press = ({ target }: PointerEvent) => {
      const sheet = panel.current;
      if (!sheet || !isSmall() || (target instanceof Node && sheet.contains(target))) return;
      // Unless it did not close it: the button that opens it does that by the click.
      spendPress(() => !sheet.matches(':popover-open'));
    };
    addEventListener('pointerdown', press, { capture: true });
    return () => removeEventListener('pointerdown', press, { capture: true });
  }, [open]);
  // What was picked closes the panel, and need not be drawn in what nobody sees any more: a form would begin anew for it.
  const closing = useRef(false);
  const [, renew] = useState(0);
  const beforeToggle = (event: ToggleEvent) => {
    // Opened again at once: its content is still there, and may have missed something.
    if (closing.current) renew((times) => times + 1);
    closing.current = event.newState === 'closed';
    if (event.newState === 'open') onOpenChange(true);
  };
  // Closing takes the content away only when the panel is hidden: before, the platform still has to find the focus
  // inside in order to give it back.
  const toggle = (event: ToggleEvent) => {
    onOpenChange(event.newState === 'open');
    // Closed and opened again at once: its content was there before it was shown.
    if (drawn && event.newState === 'open' && !event.currentTarget.contains(document.activeElement)) {
      focusFirst(event.currentTarget);
    }
  };
  return (
    <div
      ref={panel}
      id={id}
      popover="auto"
      role="dialog"
      aria-label={label}
      tabIndex={-1}
      className={`${styles.panel} ${besideOpener ? styles.besideOpener : ''} ${drawn ? '' : styles.empty}`}
      onBeforeToggle={beforeToggle}
      onToggle={toggle}
    >
      {drawn && (
        <>
          <div className={styles.head}>
            <span aria-hidden="true">{label}</span>
            <button type="button" className="button ghost" aria-label={t('Close')} onClick={close}>
              <CrossIcon />
            </button>
          </div>
          <CameLate value={cameLate}>
            <Held isHeld={() => closing.current}>{children(close)}</Held>
          </CameLate>
        </>
      )}
    </div>
  );
}

/** Under a finger a focused text field would raise the keyboard over the sheet, so there the panel itself takes it. */
function focusFirst(panel: Element): void {
  const coarse = matchMedia('(pointer: coarse)').matches;
  const field = coarse ? null : panel.querySelector('input:not([hidden]), select, textarea');
  const target = field ?? panel;
  if (target instanceof HTMLElement) target.focus({ preventScroll: true });
}
