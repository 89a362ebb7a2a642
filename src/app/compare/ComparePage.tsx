import { useMemo, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { plural, t } from '../../words/words.ts';
import { useAction } from '../actions.ts';
import { BackLink } from '../BackLink.tsx';
import { environmentLabel } from '../environments.ts';
import { compareHref } from '../links.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { useTitle } from '../ui/useTitle.ts';
import { useArrival } from '../useArrival.ts';
import { AddOperation } from './AddOperation.tsx';
import { AddressFaults } from './AddressFaults.tsx';
import { Compared } from './Compared.tsx';
import styles from './ComparePage.module.css';
import { MOST, parseCompareSearch } from './compareSearch.ts';
import { TooMany } from './TooMany.tsx';

const TITLE = 'Compare {n} operations';

/** Two to four operations side by side, those of the URL: what differs first. */
export function ComparePage({ environment }: { environment: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useArrival(heading);
  const { search: text, state } = useLocation();
  const navigate = useNavigate();
  const search = useMemo(() => parseCompareSearch(text), [text]);
  const { ids } = search;
  useTitle(`${plural(ids.length, TITLE, TITLE)} · ${environmentLabel(environment)}`);
  const go = (next: readonly string[]) =>
    void navigate(compareHref(environment, next), { state: state as unknown });
  const remove = (id: string) => {
    go(ids.filter((each) => each !== id));
    // The button goes with its column, and the focus must not go with them.
    heading.current?.focus({ preventScroll: true });
  };
  return (
    <div className={styles.page}>
      <BackLink environment={environment} />
      <div className={styles.head}>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {t('Compare operations')}
        </h1>
        <CopyButton
          label={t('Copy link')}
          {...useAction('copyLink')}
          text={() => new URL(compareHref(environment, ids), window.location.href).href}
        />
      </div>
      <AddressFaults search={search} onMend={() => go(ids)} />
      {ids.length > MOST ? (
        <TooMany environment={environment} ids={ids} onRemove={remove} />
      ) : (
        <Compared environment={environment} ids={ids} onRemove={remove} />
      )}
      <AddOperation environment={environment} ids={ids} onAdd={(id) => go([...ids, id])} />
    </div>
  );
}
