/**
 * How many times slower a test's first page is, as on a slower processor, and how much longer everything may take: what is
 * read without waiting for it shows then, not once in fifty runs. `npm run check:slow`; 1 unless E2E_SLOW says otherwise.
 */
export const SLOW = Math.max(1, Number(process.env['E2E_SLOW']) || 1);
