import { t } from '../../../words/words.ts';
import { ChevronIcon } from '../../ui/icons.tsx';
import { MenuButton } from '../../ui/MenuButton.tsx';
import type { CopySubject } from './copySubject.ts';

const loadPanel = () => import('./CopyPanel.tsx');

/** The ways to take an operation elsewhere, beyond its link and its ID. */
export function CopyMenu({ subject }: { subject: CopySubject }) {
  return (
    <MenuButton
      label={t('Copy this operation')}
      data-action="copyAs"
      face={
        <>
          {t('Copy')}
          <ChevronIcon size={12} />
        </>
      }
      load={loadPanel}
    >
      {({ CopyPanel }) => <CopyPanel subject={subject} />}
    </MenuButton>
  );
}
