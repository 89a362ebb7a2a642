import { useState } from 'react';
import type { ListSearch } from '../../../toloka/listSearch.ts';
import { pinned } from '../../../toloka/pinned.ts';
import { curlOf } from '../../../toloka/snippets/curl.ts';
import { apiAddress } from '../../../toloka/snippets/streams.ts';
import { toolkitCallOf } from '../../../toloka/snippets/toolkit.ts';
import { t } from '../../../words/words.ts';
import { listHref } from '../../links.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { CopyNote, CopyWay, CopyWays } from '../../ui/CopyWay.tsx';
import { shareWords } from './shareWords.ts';

/** What can be copied of a view, each with what it means. */
export function SharePanel({ environment, search }: { environment: string; search: ListSearch }) {
  // The words hold still while the panel is open; what is copied is resolved at the click.
  const [openedAt] = useState(() => Date.now());
  const words = shareWords(search, openedAt);
  const address = apiAddress(environment, location.origin);
  const token = address.token ? ` ${t('The token comes from $TOLOKA_TOKEN.')}` : '';
  const link = (shared: ListSearch) => location.origin + listHref(environment, shared);
  return (
    <CopyWays>
      <CopyWay note={words.live}>
        <CopyButton label={t('Copy live link')} text={() => link(search)} />
      </CopyWay>
      {words.pinned !== null && (
        <CopyWay note={words.pinned}>
          <CopyButton label={t('Copy pinned link')} text={() => link(pinned(search, Date.now()))} />
        </CopyWay>
      )}
      <hr />
      {search.faults.length > 0 ? (
        <CopyNote>
          {t('It can be copied as curl or toloka-kit once the errors in its address are corrected.')}
        </CopyNote>
      ) : (
        <>
          <CopyWay note={words.commands + token}>
            <CopyButton label={t('Copy as curl')} text={() => curlOf(search.query, address, Date.now())} />
          </CopyWay>
          <CopyWay note={t('The same in Python.') + token}>
            <CopyButton
              label={t('Copy as toloka-kit')}
              text={() => toolkitCallOf(search.query, address, Date.now())}
            />
          </CopyWay>
        </>
      )}
    </CopyWays>
  );
}
