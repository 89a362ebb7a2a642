import type { RefObject } from 'react';
import type { LogView } from '../../api/log/logSession.ts';
import type { Opened } from './useOpened.ts';
import type { OpenView } from './viewSwitch.ts';

/** Up to so many items a list is drawn whole. */
export const MOST_PLAIN = 2000;

/** What a list of items is drawn from, be it whole or virtual. */
export type ListProps = {
  readonly open: OpenView;
  readonly view: LogView;
  /** The box that scrolls. */
  readonly box: RefObject<HTMLElement | null>;
  /** The number of the item that the link is about. */
  readonly marked: number | null;
  /** Where that item stands among the matches, from 0; null while it is not there. */
  readonly place: number | null;
  readonly opened: Opened;
};
