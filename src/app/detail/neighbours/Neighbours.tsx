import { useState } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router-dom';
import type { Operation } from '../../../toloka/operation.ts';
import type { Place } from '../../../toloka/place.ts';
import { t } from '../../../words/words.ts';
import { readDetailState } from '../../detailState.ts';
import { listOf } from './list.ts';
import { NeighbourFace, NeighbourLink, STEPS } from './NeighbourLink.tsx';
import styles from './Neighbours.module.css';
import { neighbourWords } from './neighbourWords.ts';
import { useIdle } from './useIdle.ts';
import { useNeighbour } from './useNeighbour.ts';

/**
 * The ways to the operations before and after this one, in the order of the list that one came from. They are asked for
 * once the page is idle; where one came from no list, not before they seem to be wanted.
 */
export function Neighbours({
  environment,
  id,
  operation,
}: {
  environment: string;
  id: string;
  operation: Operation | null;
}) {
  const state = readDetailState(useLocation().state);
  const { search, listed } = listOf(state);
  const idle = useIdle();
  const [wanted, setWanted] = useState<Readonly<Record<Place['side'], boolean>>>({
    before: false,
    after: false,
  });
  const armed = (side: Place['side']) => wanted[side] || (listed && idle && operation !== null);
  const before = useNeighbour(environment, id, operation, state, 'before', armed('before'));
  const after = useNeighbour(environment, id, operation, state, 'after', armed('after'));
  const failure = after.failure ?? before.failure;
  const came = useNavigationType();
  const [arrivedBy] = useState(came === NavigationType.Pop ? null : (state?.step ?? null));
  // The focus has stayed on the link, so that nobody else says where the step has led. Later changes are the page's own.
  const [arrival] = useState(() => neighbourWords(id, operation));
  const link = (side: Place['side'], neighbour: typeof before) => (
    <NeighbourLink
      environment={environment}
      side={side}
      search={search}
      neighbour={neighbour}
      focused={arrivedBy === side}
      onWanted={() => setWanted((now) => (now[side] ? now : { ...now, [side]: true }))}
    />
  );
  return (
    <nav aria-label={t('Neighbouring operations')} className={styles.ways}>
      <span role="status" className={styles.trouble} title={failure?.message}>
        {failure && t('Neighbours not found: {code}', { code: failure.code })}
      </span>
      {link('before', before)}
      {link('after', after)}
      {arrivedBy && (
        <span role="status" className="visually-hidden">
          {idle && arrival}
        </span>
      )}
    </nav>
  );
}

/** What the ways look like until they are there; a key that means one of them waits for it. */
export function NeighboursRoom() {
  return (
    <div className={styles.ways} aria-hidden="true">
      <span className={styles.trouble} />
      {(['before', 'after'] as const).map((side) => (
        <span key={side} className="button small" data-awaits={STEPS[side]}>
          <NeighbourFace side={side} />
        </span>
      ))}
    </div>
  );
}
