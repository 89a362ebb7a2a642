import {
  useCallback,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { flushSync } from 'react-dom';
import { afterFrame } from './afterFrame.ts';
import { CameLate } from './Later.tsx';
import styles from './ModalDialog.module.css';
import { spendPress } from './spendPress.ts';

/**
 * A dialog over the whole page, open for as long as it is there. The platform does the rest: it keeps the focus inside, Escape
 * closes it, and the focus goes back to where it was. `label` is its name.
 */
export function ModalDialog({
  label,
  className = '',
  onClose,
  children,
}: {
  label: string;
  className?: string | undefined;
  onClose: () => void;
  children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  // Out of sight first: when it closes the whole page is styled anew, since all around it can be used again.
  const [leaving, leave] = useState(false);
  const left = useRef(false);
  const goOutOfSight = () => {
    left.current = true;
    leave(true);
  };
  const close = useEffectEvent(onClose);
  useEffect(() => (leaving ? afterFrame(() => close()) : undefined), [leaving]);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // Before it goes, so that the platform still gives the focus back.
    return () => element?.close();
  }, []);
  // Content whose code has come late gets the focus, unless somebody has gone on to something else.
  const cameLate = useCallback(() => {
    const element = dialog.current;
    if (!element || (element !== document.activeElement && element.contains(document.activeElement))) return;
    element.querySelector<HTMLElement>('[autofocus], input, button')?.focus();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-label={label}
      className={`${styles.dialog} ${className} ${leaving ? styles.leaving : ''}`}
      onCancel={(event) => {
        // Not that of a field within it.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        goOutOfSight();
      }}
      onKeyDownCapture={(event) => {
        if (!left.current) return;
        event.stopPropagation();
        flushSync(onClose);
        if (!dialog.current) passOn(event.nativeEvent);
      }}
      // Not after a closing that an opening has followed at once, as strict mode tries it.
      onClose={(event) => {
        if (!event.currentTarget.open) onClose();
      }}
      // The dialog itself is what lies around its content: whoever presses there wants to leave it.
      onPointerDown={(event) => {
        if (event.target !== event.currentTarget) return;
        spendPress();
        goOutOfSight();
      }}
    >
      <div className={styles.box}>
        <CameLate value={cameLate}>{children}</CameLate>
      </div>
    </dialog>
  );
}

/** What is typed behind Escape is not meant for what nobody sees any more, but for what has the focus then. */
function passOn(key: KeyboardEvent): void {
  const { activeElement } = document;
  // The copy reads what the key has by itself, and this only tells when it is asked.
  const whole = Object.assign(key, { modifierAltGraph: key.getModifierState('AltGraph') });
  const isLeftAlone = (activeElement ?? document).dispatchEvent(new KeyboardEvent(key.type, whole));
  if (!isLeftAlone) return key.preventDefault();
  // No link is followed for a key that comes from a script. A button is pressed by what comes behind this key.
  if (key.key === 'Enter' && activeElement instanceof HTMLAnchorElement) activeElement.click();
}
