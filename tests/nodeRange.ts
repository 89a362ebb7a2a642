/** As much of npm's version ranges as packages use for `engines.node`. Any other form is an error, never a guess. */

type Version = readonly [major: number, minor: number, patch: number];

const COMPARATOR = /^(\^|~|>=|<=|>|<|=)?v?(\d+)(?:\.(\d+|x))?(?:\.(\d+|x))?$/;

/** Whether a range (`^20.19.0 || >=22.12.0`) accepts a version (`20.19.0`). Throws for a form that it does not know. */
export function accepts(range: string, version: string): boolean {
  const at = parts(version, range);
  return range.split('||').some((alternative) => {
    // A space may stand between an operator and its version (`>= 12`).
    const comparators = alternative
      .trim()
      .replaceAll(/([<>=^~])\s+/g, '$1')
      .split(/\s+/);
    return comparators.map((comparator) => holds(comparator, at, range)).every(Boolean);
  });
}

function holds(comparator: string, at: Version, range: string): boolean {
  if (comparator === '*') return true;
  const match = COMPARATOR.exec(comparator);
  if (!match) throw new Error(`unknown form of a version range: "${range}"`);
  const [, operator = '=', major = '0', minor = 'x', patch = 'x'] = match;
  const low: Version = [Number(major), number(minor), number(patch)];
  // The first version beyond what is written: `20` ends at 21.0.0, `20.19` at 20.20.0.
  const end: Version = minor === 'x' ? next(low, 0) : patch === 'x' ? next(low, 1) : next(low, 2);
  switch (operator) {
    case '>=':
      return compare(at, low) >= 0;
    case '>':
      return compare(at, end) >= 0;
    case '<':
      return compare(at, low) < 0;
    case '<=':
      return compare(at, end) < 0;
    case '~':
      return compare(at, low) >= 0 && compare(at, minor === 'x' ? end : next(low, 1)) < 0;
    case '^':
      // Node's majors are above 0, where a caret reaches up to the next one.
      return compare(at, low) >= 0 && compare(at, next(low, 0)) < 0;
    default:
      return compare(at, low) >= 0 && compare(at, end) < 0;
  }
}

function number(part: string): number {
  return part === 'x' ? 0 : Number(part);
}

function parts(version: string, range: string): Version {
  const match = COMPARATOR.exec(version);
  if (!match) throw new Error(`unknown form of a version range: "${range}"`);
  return [Number(match[2]), Number(match[3] ?? 0), Number(match[4] ?? 0)];
}

function next([major, minor, patch]: Version, place: 0 | 1 | 2): Version {
  if (place === 0) return [major + 1, 0, 0];
  return place === 1 ? [major, minor + 1, 0] : [major, minor, patch + 1];
}

function compare(a: Version, b: Version): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}
