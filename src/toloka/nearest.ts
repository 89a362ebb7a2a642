/**
 * The candidate that a mistyped word most likely meant: the closest within `within` edits (a swap of neighbours
 * counts as one), letter case aside. Null when none is that close.
 */
export function nearest(word: string, candidates: readonly string[], within: number): string | null {
  let best: { candidate: string; distance: number } | null = null;
  const lower = word.toLowerCase();
  // A word far longer than every candidate is close to none; no table is filled for it, however long the URL.
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > within) continue;
    const distance = editDistance(lower, candidate.toLowerCase());
    if (distance <= within && (!best || distance < best.distance)) best = { candidate, distance };
  }
  return best?.candidate ?? null;
}

/** Optimal string alignment distance: insertions, deletions, replacements and swaps of neighbours. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      next.push(cost);
    }
    before = row;
    row = next;
  }
  return row.at(-1) ?? 0;
}
