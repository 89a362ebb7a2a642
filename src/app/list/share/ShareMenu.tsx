import type { ListSearch } from '../../../toloka/listSearch.ts';
import { t } from '../../../words/words.ts';
import { MenuButton } from '../../ui/MenuButton.tsx';
import { ahead } from '../../ui/parts.ts';

const loadPanel = ahead(() => import('./SharePanel.tsx'));

/** The ways to hand this view on: as a link that moves with the clock or one that stays, and as commands. */
export function ShareMenu({ environment, search }: { environment: string; search: ListSearch }) {
  return (
    <MenuButton label={t('Share this view')} data-action="share" face={t('Share')} load={loadPanel}>
      {({ SharePanel }) => <SharePanel environment={environment} search={search} />}
    </MenuButton>
  );
}
