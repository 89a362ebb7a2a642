import { Announcer } from './Announcer.tsx';
import { FaultyAddress } from './FaultyAddress.tsx';
import { AttributeEditor } from './filters/AttributeEditor.tsx';
import { FaultChips } from './filters/FaultChips.tsx';
import { FilterSheet } from './filters/FilterSheet.tsx';
import { Incomplete } from './Incomplete.tsx';
import { glide, refresh } from './live/frozenRows.ts';
import { LiveNews } from './live/LiveNews.tsx';
import { LoadFailure } from './LoadFailure.tsx';
import { Nothing } from './Nothing.tsx';
import { Pager } from './Pager.tsx';
import { Grip } from './table/Grip.tsx';
import { SelectAllBox } from './select/SelectAllBox.tsx';
import { RowOffers } from './table/RowOffers.tsx';

/** The list's parts that its first row can do without, in one file: one request when the page is idle. */
export const PARTS = {
  Announcer,
  AttributeEditor,
  FaultChips,
  FaultyAddress,
  FilterSheet,
  Grip,
  Incomplete,
  LoadFailure,
  LiveNews,
  Nothing,
  Pager,
  RowOffers,
  SelectAllBox,
  glide,
  refresh,
} as const;
