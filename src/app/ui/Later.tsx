import {
  createContext,
  useContext,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { fetchPart, useFetched } from './parts.ts';

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
  waiting = <p className="muted">Loading…</p>,
  children,
}: {
  load: () => Promise<Part>;
  /** What stands there until the code has come. */
  waiting?: ReactNode;
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
  useLayoutEffect(() => {
    if (part === null) waited.current = true;
    else if (waited.current) {
      waited.current = false;
      cameLate();
    }
  }, [part, cameLate]);
  if (part !== null) return children(part);
  if (!failed) return waiting;
  return (
    <p role="alert">
      This part of the page could not be loaded.{' '}
      <button type="button" className="button small" onClick={() => setFailed(false)}>
        Retry
      </button>
    </p>
  );
}
