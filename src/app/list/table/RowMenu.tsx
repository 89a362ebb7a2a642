import { useId, useMemo, useState, type MouseEvent, type ReactNode } from 'react';
import type { ListSearch } from '../../../toloka/listSearch.ts';
import type { Operation } from '../../../toloka/operation.ts';
import { t } from '../../../words/words.ts';
import { Later } from '../../ui/Later.tsx';
import { PopoverPanel } from '../../ui/PopoverPanel.tsx';
import { loadParts } from '../later.ts';
import { RowMenuContext } from './rowMenu.ts';

/**
 * Gives the rows in it one menu: what a row says as filters, each a link to the list with that filter added to what is
 * set. `onFollowed` is called when one of them was followed, before the rows go.
 */
export function RowMenu({
  environment,
  search,
  onFollowed,
  children,
}: {
  environment: string;
  search: ListSearch;
  onFollowed: () => void;
  children: ReactNode;
}) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const [chosen, choose] = useState<Operation | null>(null);
  const menu = useMemo(() => ({ id, choose }), [id]);
  return (
    <>
      <RowMenuContext value={menu}>{children}</RowMenuContext>
      <PopoverPanel id={id} label={t('Filter by this row')} open={open} onOpenChange={setOpen} besideOpener>
        {(close) =>
          chosen && (
            <Later load={loadParts}>
              {({ PARTS: { RowOffers } }) => (
                <RowOffers
                  operation={chosen}
                  environment={environment}
                  search={search}
                  onFollowed={(event) => {
                    if (opensElsewhere(event)) return;
                    close();
                    onFollowed();
                  }}
                />
              )}
            </Later>
          )
        }
      </PopoverPanel>
    </>
  );
}

/** Whether a click opens a new tab or window, which leaves this one as it is. */
function opensElsewhere(event: MouseEvent): boolean {
  return event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
}
