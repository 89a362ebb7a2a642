import type { ReactNode } from 'react';
import type { Json } from '../toloka/operation.ts';
import { t, type Text } from '../words/words.ts';
import { Boundary } from './ui/Boundary.tsx';
import { Later } from './ui/Later.tsx';

const loadNotShown = () => import('./NotShown.tsx');

/**
 * A part of the page that is made of what the API sent. Where it cannot be drawn, the rest stays, and in its place stands
 * what failed, the data as they are, and another try. New data are another try as well.
 */
export function Guarded({
  what,
  made,
  data,
  children,
}: {
  /** What it is, as the beginning of a sentence: `The list`. */
  what: Text;
  /** What it is made of: another one is tried anew. */
  made: unknown;
  /** The same as it came; left out where that cannot be told. */
  data?: () => Json;
  children: ReactNode;
}) {
  return (
    <Boundary
      made={made}
      fallback={(error, retry) => (
        <Later
          load={loadNotShown}
          waiting={<p role="alert">{t('{what} cannot be shown.', { what: t(what) })}</p>}
        >
          {({ NotShown }) => <NotShown what={what} data={data?.() ?? null} error={error} onRetry={retry} />}
        </Later>
      )}
    >
      {children}
    </Boundary>
  );
}
