import { useEffect, useState, type ReactNode } from 'react';

const loaded = new WeakMap<object, object>();

/**
 * Shows a part of the app whose code comes when it is first needed. `load` is one function for the part's whole life
 * (`() => import('./Part.tsx')` outside of components). Where the code does not come, as behind a broken line, it says
 * so and offers another try.
 */
export function Later<Part extends object>({
  load,
  children,
}: {
  load: () => Promise<Part>;
  children: (part: Part) => ReactNode;
}) {
  const [part, setPart] = useState(() => (loaded.get(load) as Part | undefined) ?? null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (part !== null || failed) return undefined;
    let gone = false;
    const fetchPart = async () => {
      try {
        const arrived = await load();
        loaded.set(load, arrived);
        if (!gone) setPart(arrived);
      } catch {
        if (!gone) setFailed(true);
      }
    };
    void fetchPart();
    return () => {
      gone = true;
    };
  }, [load, part, failed]);
  if (part !== null) return children(part);
  if (!failed) return <p className="muted">Loading…</p>;
  return (
    <p role="alert">
      This part of the page could not be loaded.{' '}
      <button type="button" className="button small" onClick={() => setFailed(false)}>
        Retry
      </button>
    </p>
  );
}
