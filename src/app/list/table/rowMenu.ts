import { createContext } from 'react';
import type { Operation } from '../../../toloka/operation.ts';

/**
 * The one menu that all rows share: a row's button opens it by `id` and first says which operation it is about. Never
 * changes, so that no row renders for it.
 */
export type RowMenu = { readonly id: string; readonly choose: (operation: Operation) => void };

export const RowMenuContext = createContext<RowMenu | null>(null);
