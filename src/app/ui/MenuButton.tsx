import { useId, useState, type ComponentProps, type ReactNode } from 'react';
import { Later } from './Later.tsx';
import { Popover } from './Popover.tsx';

/**
 * A button (`face` is what stands on it) and the panel that it opens, called `label`, which is given what closes it. The
 * panel's code comes by `load` when it is first wanted.
 */
export function MenuButton<Part extends object>({
  label,
  face,
  load,
  children,
  ...rest
}: Omit<ComponentProps<'button'>, 'children'> & {
  label: string;
  face: ReactNode;
  load: () => Promise<Part>;
  children: (part: Part, close: () => void) => ReactNode;
}) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const button = (
    <button
      type="button"
      className="button"
      popoverTarget={id}
      aria-haspopup="dialog"
      aria-expanded={open}
      aria-controls={id}
      {...rest}
    >
      {face}
    </button>
  );
  return (
    <Popover id={id} label={label} open={open} onOpenChange={setOpen} anchor={button}>
      {(close) => <Later load={load}>{(part) => children(part, close)}</Later>}
    </Popover>
  );
}
