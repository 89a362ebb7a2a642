import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { Link } from '../../Link.tsx';
import { DEFAULT_QUERY, DEFAULT_SEARCH, type ListQuery } from '../../../toloka/listSearch.ts';
import type { Operation } from '../../../toloka/operation.ts';
import { typeLabel } from '../../../toloka/vocabulary.ts';
import { t, type Text } from '../../../words/words.ts';
import { asFailure } from '../../api/failure.ts';
import { neighbourQuery } from '../../api/neighbours.ts';
import { compareHref } from '../../links.ts';
import { readDetailState } from '../../detailState.ts';
import styles from './CompareWithPanel.module.css';

type Offer = { readonly label: Text; readonly statuses: readonly string[]; readonly none: Text };

/** Newest first, so what comes behind an operation was submitted before it. */
const OFFERS: readonly Offer[] = [
  {
    label: 'The last one that succeeded',
    statuses: ['SUCCESS'],
    none: 'None of this type succeeded before it.',
  },
  { label: 'The one before it', statuses: [], none: 'There is none of this type before it.' },
];

/**
 * What an operation is most likely to be held against: one of its own type that was submitted before it. Each is one
 * request, made when it is asked for. The found one comes first, so that differences read as what is different now.
 */
export function CompareWithPanel({ environment, operation }: { environment: string; operation: Operation }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const state = readDetailState(useLocation().state);
  const here = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState<string | null>(null);
  const { id, type } = operation;
  useEffect(() => here.current?.querySelector('button')?.focus(), []);
  const find = async ({ statuses, none }: Offer) => {
    const query: ListQuery = { ...DEFAULT_QUERY, types: [type], statuses, limit: 1 };
    setSaid(t('Looking…'));
    try {
      const found = await client.fetchQuery(
        neighbourQuery(
          environment,
          { search: { ...DEFAULT_SEARCH, query }, listed: false },
          operation,
          'after',
        ),
      );
      // Whoever has closed the panel meanwhile stays where they are.
      if (!here.current) return;
      if (found) void navigate(compareHref(environment, [found.operation.id, id]), { state });
      else setSaid(t(none));
    } catch (error) {
      const { code, message } = asFailure(error);
      setSaid(t('It could not be found: {failure}', { failure: `${code} ${message}` }));
    }
  };
  return (
    <div ref={here} className={styles.panel}>
      {type !== '' && (
        <>
          <p className="muted">{t('Of the type “{type}”', { type: typeLabel(type) })}</p>
          {OFFERS.map((offer) => (
            <button key={offer.label} type="button" className="button" onClick={() => void find(offer)}>
              {t(offer.label)}
            </button>
          ))}
        </>
      )}
      <Link className="link" to={compareHref(environment, [id])} state={state}>
        {t('Another one, by its ID or link')}
      </Link>
      <p role="status" className={styles.said}>
        {said}
      </p>
    </div>
  );
}
