import { useId, useState } from 'react';
import { t } from '../../../words/words.ts';
import { ChevronIcon } from '../../ui/icons.tsx';
import { Later } from '../../ui/Later.tsx';
import { Popover } from '../../ui/Popover.tsx';
import type { CopySubject } from './copySubject.ts';

const loadPanel = () => import('./CopyPanel.tsx');

/** The ways to take an operation elsewhere, beyond its link and its ID. */
export function CopyMenu({ subject }: { subject: CopySubject }) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const button = (
    <button
      type="button"
      className="button"
      data-action="copyAs"
      popoverTarget={id}
      aria-haspopup="dialog"
      aria-expanded={open}
      aria-controls={id}
    >
      {t('Copy')}
      <ChevronIcon size={12} />
    </button>
  );
  return (
    <Popover id={id} label={t('Copy this operation')} open={open} onOpenChange={setOpen} anchor={button}>
      {() => <Later load={loadPanel}>{({ CopyPanel }) => <CopyPanel subject={subject} />}</Later>}
    </Popover>
  );
}
