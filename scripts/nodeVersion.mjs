/**
 * What to tell somebody whose Node.js is too old, null when it is not. `range`: as in package.json, of `^` and `>=` only.
 * For old ones to be able to say it, nothing here is new.
 */
export function nodeFault(version, range) {
  const [major, ...minors] = numbers(version);
  const fits = range.split('||').some((part) => {
    const [lowest, ...minorsThere] = numbers(part);
    if (major === lowest) return compare(minors, minorsThere) >= 0;
    return major > lowest && !part.includes('^');
  });
  if (fits) return null;
  const oldest = numbers(range).slice(0, 2).join('.');
  return `Toloka Operations needs Node.js ${oldest} or newer (22 or 24 recommended); this is ${version}. Get it from https://nodejs.org.`;
}

function numbers(text) {
  return (text.match(/\d+/g) || []).map(Number);
}

function compare(one, other) {
  const at = other.findIndex((part, index) => part !== one[index]);
  return at < 0 ? 0 : (one[at] || 0) - other[at];
}
