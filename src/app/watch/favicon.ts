import type { Signal } from './signals.ts';

const GROUND = '<rect width="32" height="32" rx="7" fill="#1b1c1e"/>';
const TRACK =
  '<circle cx="16" cy="16" r="10" fill="none" stroke="#fff" stroke-opacity=".28" stroke-width="6"/>';
/** How much of the ring stands for work that does not say how far it is, in percent. */
const UNKNOWN_PERCENT = 25;
/** However little is done, something of the ring shows. */
const LEAST_PERCENT = 4;

/**
 * The tab's icon as SVG: a ring that fills while something runs; a check on a disc or a cross on an octagon for an end,
 * which differ in outline as well as in colour.
 */
export function faviconSvg(signal: Signal): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${drawing(signal)}</svg>`;
}

/** The same as an address that a page may show an image from. */
export function faviconHref(signal: Signal): string {
  return `data:image/svg+xml,${encodeURIComponent(faviconSvg(signal))}`;
}

function drawing(signal: Signal): string {
  if (signal.kind === 'success') {
    return `<circle cx="16" cy="16" r="16" fill="#1c7a4a"/>${line('m8.5 16.8 5 4.7 10-11.5')}`;
  }
  if (signal.kind === 'fail') {
    return `<path d="M9.6 0h12.8L32 9.6v12.8L22.4 32H9.6L0 22.4V9.6z" fill="#b3261e"/>${line('m10 10 12 12m0-12L10 22')}`;
  }
  const percent = Math.max(LEAST_PERCENT, signal.percent ?? UNKNOWN_PERCENT);
  const arc = `pathLength="100" stroke-dasharray="${percent} 100" transform="rotate(-90 16 16)"`;
  return `${GROUND}${TRACK}<circle cx="16" cy="16" r="10" fill="none" stroke="#8aa8ff" stroke-width="6" ${arc}/>`;
}

function line(path: string): string {
  return `<path d="${path}" fill="none" stroke="#fff" stroke-width="4.4" stroke-linecap="round" stroke-linejoin="round"/>`;
}
