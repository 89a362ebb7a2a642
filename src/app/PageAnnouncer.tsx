import { useEffect, useState } from 'react';
import { useLocation } from 'react-router-dom';

/** By then the page has its title, and the focus its place, in ms. */
const SETTLED_MS = 500;

/**
 * Says which page one has come to where the focus does not tell: back on the row of a list. On every other page it is on the
 * heading.
 */
export function PageAnnouncer() {
  const { pathname } = useLocation();
  const [said, setSaid] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => {
      setSaid(document.activeElement?.matches('[data-row]') ? document.title : '');
    }, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [pathname]);
  return (
    <div aria-live="polite" className="visually-hidden">
      {said}
    </div>
  );
}
