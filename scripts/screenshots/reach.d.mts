import type { BrowserContextOptions, Page } from 'playwright';
import type { Stage } from './stage.mjs';
import type { State } from './states.mjs';

export declare function browserOf(
  state: State,
  kind: { readonly width: number; readonly height: number; readonly locale?: string },
): BrowserContextOptions & { readonly locale: string };
export declare function reach(page: Page, stage: Stage, state: State, locale: string): Promise<void>;
