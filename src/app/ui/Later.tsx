import {
  createContext,
  useContext,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { t } from '../../words/words.ts';
import { fetchPart, useFetched } from './parts.ts';

/** After how long a part that one can do without is asked for again, in ms. */
const AGAIN_MS = 10_000;

/**
 * Called, where there is one, when content has come late: a popover that was opened meanwhile puts the focus into it.
 */
export const CameLate = createContext<() => void>(() => {});

/**
 * Shows a part of the app whose code comes when it is first needed. `load` is one function for the part's whole life
 * (`() => import('./Part.tsx')` outside of components; by `ahead` it is fetched before it is needed). Where the code
 * does not come, as behind a broken line, it says so and offers another try.
 */
export function Later<Part extends object>({
  load,
  waiting = <Waiting />,
  optional = false,
  instead,
  children,
}: {
  load: () => Promise<Part>;
  /** What stands there until the code has come. */
  waiting?: ReactNode;
  /** One can do without it: where it does not come nothing is said, and it is asked for again in a while. */
  optional?: boolean;
  /** What is said in place of that the code does not come, and what else another try does: a failure tells of itself. */
  instead?: { readonly words: string; readonly retry: () => void } | null;
  children: (part: Part) => ReactNode;
}) {
  const part = useFetched(load);
  const [failed, setFailed] = useState(false);
  const cameLate = useContext(CameLate);
  const waited = useRef(false);
  useEffect(() => {
    if (part !== null || failed) return undefined;
    let gone = false;
    fetchPart(load).catch(() => {
      if (!gone) setFailed(true);
    });
    return () => {
      gone = true;
    };
  }, [load, part, failed]);
  useEffect(() => {
    if (!failed || !optional) return undefined;
    const timer = setTimeout(() => setFailed(false), AGAIN_MS);
    return () => clearTimeout(timer);
  }, [failed, optional]);
  useLayoutEffect(() => {
    if (part === null) waited.current = true;
    else if (waited.current) {
      waited.current = false;
      cameLate();
    }
  }, [part, cameLate]);
  if (part !== null) return children(part);
  if (!failed || optional) return waiting;
  const retry = () => {
    setFailed(false);
    instead?.retry();
  };
  return (
    <p role="alert">
      {instead?.words ?? t('This part of the page could not be loaded.')}{' '}
      <button type="button" className="button small" onClick={retry}>
        {t('Retry')}
      </button>
    </p>
  );
}

function Waiting() {
  return <p className="muted">{t('Loading…')}</p>;
}
