import { startTransition } from 'react';
import { flushSync } from 'react-dom';
import { afterFrame } from './ui/afterFrame.ts';

/** On a link that is followed, until what it leads to is drawn, or begins to be. */
const FOLLOWED = 'data-followed';

let callOff = () => {};
/** A link to one's own page that is followed and still says so. */
let following: Element | undefined;

/**
 * Goes to another page, by `go`, behind the frame in which `link` says that it is followed. Whoever follows another link
 * before that frame goes there instead, and whoever has gone to another page meanwhile stays there.
 */
export function leave(go: () => void, link?: Element): void {
  const { pathname } = location;
  behind(link, () => {
    link?.removeAttribute(FOLLOWED);
    // What a page itself notes in its address meanwhile, as it does while somebody types, is no other page.
    if (location.pathname === pathname) flushSync(go);
  });
}

/** Goes to another page at once, within the press: one whose head is drawn before the next frame needs to say nothing else. */
export function leap(go: () => void): void {
  callOff();
  callOff = () => {};
  flushSync(go);
}

/**
 * The same for one's own page, which stays at hand while what it is to show is drawn, in slices: `link` says that it is
 * followed until then (`arrived`).
 */
export function stay(go: () => void, link?: Element): void {
  const { pathname } = location;
  behind(link, () => {
    arrived();
    if (location.pathname !== pathname) return link?.removeAttribute(FOLLOWED);
    following = link;
    link?.setAttribute(FOLLOWED, '');
    startTransition(go);
  });
}

/** To be called when an address has been drawn. */
export function arrived(): void {
  following?.removeAttribute(FOLLOWED);
  following = undefined;
}

function behind(link: Element | undefined, begin: () => void): void {
  callOff();
  link?.setAttribute(FOLLOWED, '');
  const stop = afterFrame(() => {
    callOff = () => {};
    begin();
  });
  callOff = () => {
    stop();
    link?.removeAttribute(FOLLOWED);
  };
}
