import { useId, useState } from 'react';
import type { ListSearch } from '../../../toloka/listSearch.ts';
import { t } from '../../../words/words.ts';
import { Later } from '../../ui/Later.tsx';
import { ahead } from '../../ui/parts.ts';
import { Popover } from '../../ui/Popover.tsx';

const loadPanel = ahead(() => import('./SharePanel.tsx'));

/** The ways to hand this view on: as a link that moves with the clock or one that stays, and as commands. */
export function ShareMenu({ environment, search }: { environment: string; search: ListSearch }) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const button = (
    <button
      type="button"
      className="button"
      data-action="share"
      popoverTarget={id}
      aria-haspopup="dialog"
      aria-expanded={open}
      aria-controls={id}
    >
      {t('Share')}
    </button>
  );
  return (
    <Popover id={id} label={t('Share this view')} open={open} onOpenChange={setOpen} anchor={button}>
      {() => (
        <Later load={loadPanel}>
          {({ SharePanel }) => <SharePanel environment={environment} search={search} />}
        </Later>
      )}
    </Popover>
  );
}
