import { useId, useState } from 'react';
import type { Operation } from '../../../toloka/operation.ts';
import { t } from '../../../words/words.ts';
import { Later } from '../../ui/Later.tsx';
import { Popover } from '../../ui/Popover.tsx';

const load = () => import('./CompareWithPanel.tsx');

/**
 * The button `Compare with…` and what it opens: the operations that this one is most likely to be held against. It is in
 * its place before the operation is known.
 */
export function CompareWith({
  environment,
  operation,
}: {
  environment: string;
  operation: Operation | undefined;
}) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const button = (
    <button
      type="button"
      className="button"
      data-action="compareWith"
      disabled={!operation}
      popoverTarget={id}
      aria-controls={id}
      aria-expanded={open}
      aria-haspopup="dialog"
    >
      {t('Compare with…')}
    </button>
  );
  return (
    <Popover id={id} label={t('Compare with')} open={open} onOpenChange={setOpen} anchor={button}>
      {() =>
        operation && (
          <Later load={load}>
            {({ CompareWithPanel }) => <CompareWithPanel environment={environment} operation={operation} />}
          </Later>
        )
      }
    </Popover>
  );
}
