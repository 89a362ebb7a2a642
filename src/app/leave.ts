import { flushSync } from 'react-dom';
import { afterFrame } from './ui/afterFrame.ts';

/** On a link that is followed, until its page begins to be drawn. */
const FOLLOWED = 'data-followed';

let callOff = () => {};

/**
 * Goes to another page, by `go`, behind the frame in which `link` says that it is followed. Whoever follows another link
 * before that frame goes there instead, and whoever has gone elsewhere meanwhile stays there.
 */
export function leave(go: () => void, link?: Element): void {
  callOff();
  const { href } = location;
  link?.setAttribute(FOLLOWED, '');
  const stop = afterFrame(() => {
    callOff();
    if (location.href === href) flushSync(go);
  });
  callOff = () => {
    stop();
    link?.removeAttribute(FOLLOWED);
  };
}
