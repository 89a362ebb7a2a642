import { loadWalk } from '../../toloka/paging/loadPage.ts';
import { ahead } from '../ui/parts.ts';

/**
 * What the first row of a list can do without. It is small, and tells of failures too, so it comes in any case: also for
 * those who save data, and before the line can break.
 */
export const loadParts = ahead(() => import('./parts.ts'), { vital: true });

// Another page and most orders and filters are read by it.
ahead(loadWalk);
