import { useLayoutEffect, useRef, type KeyboardEvent, type MouseEvent } from 'react';
import type { ListSearch } from '../../../toloka/listSearch.ts';
import type { Place } from '../../../toloka/place.ts';
import { useAction, type Action } from '../../actions.ts';
import { useFollow, useGo } from '../../Link.tsx';
import { t } from '../../../words/words.ts';
import { operationHref } from '../../links.ts';
import { hintWords, WAYS } from './neighbourWords.ts';
import type { NeighbourState } from './useNeighbour.ts';

/** The step to each side, by name. */
export const STEPS = {
  before: 'previousOperation',
  after: 'nextOperation',
} as const satisfies Record<Place['side'], Action>;

/**
 * A link to a neighbour. It is one element whether the neighbour is known, still to be found, or not there, so that it
 * keeps its place and the focus. Followed before it is known, it finds out first.
 */
export function NeighbourLink({
  environment,
  side,
  search,
  neighbour,
  focused,
  onWanted,
}: {
  environment: string;
  side: Place['side'];
  search: ListSearch;
  neighbour: NeighbourState;
  /** Whether one has just come by this link, so that the focus belongs here. */
  focused: boolean;
  /** Somebody points at it, or has the focus on it. */
  onWanted: () => void;
}) {
  const element = useRef<HTMLAnchorElement>(null);
  useLayoutEffect(() => {
    if (focused) element.current?.focus({ preventScroll: true });
  }, [focused]);
  const go = useGo();
  const { target, ask } = neighbour;
  const follow = useFollow();
  const href = target ? operationHref(environment, target.id) : '';
  const find = async (event: MouseEvent | KeyboardEvent) => {
    event.preventDefault();
    const found = await ask();
    // Whoever has gone elsewhere meanwhile stays there.
    if (found && element.current) go(operationHref(environment, found.id), found.state, element.current);
  };
  const way = target
    ? { href, onClick: (event: MouseEvent) => follow(event, href, target.state) }
    : target === null
      ? ({ role: 'link', 'aria-disabled': true, tabIndex: -1 } as const)
      : {
          role: 'link',
          tabIndex: 0,
          onClick: find,
          onKeyDown: (event: KeyboardEvent) => (event.key === 'Enter' ? find(event) : undefined),
        };
  const action = useAction(STEPS[side], hintWords(side, search, target));
  return (
    <a
      ref={element}
      className="button small"
      {...action}
      onPointerEnter={onWanted}
      onFocus={onWanted}
      {...way}
    >
      <NeighbourFace side={side} />
    </a>
  );
}

/** What stands on a link to a neighbour. */
export function NeighbourFace({ side }: { side: Place['side'] }) {
  return (
    <>
      {side === 'before' && <span aria-hidden="true">←</span>}
      <span>
        {t(WAYS[side])}
        <span className="visually-hidden"> {t('operation')}</span>
      </span>
      {side === 'after' && <span aria-hidden="true">→</span>}
    </>
  );
}
