/**
 * A JSON text laid out on lines, indented by two blanks, each string, number and key as it was written: nothing is parsed,
 * so no digit is lost. Expects text that `JSON.parse` accepts; cheap on it, whatever its depth.
 */
export function layoutJson(text: string): string {
  const parts: string[] = [];
  let depth = 0;
  let bare = true;
  const line = () => `\n${'  '.repeat(Math.min(depth, DEEPEST))}`;
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === '}' || token === ']') {
      depth--;
      parts.push(bare ? token : line() + token);
      bare = false;
      continue;
    }
    // The first thing in an object or array begins a line; an empty one stays `{}`.
    if (bare && parts.length > 0) parts.push(line());
    bare = false;
    if (token === '{' || token === '[') {
      depth++;
      bare = true;
      parts.push(token);
    } else if (token === ',') parts.push(`,${line()}`);
    else parts.push(token === ':' ? ': ' : token);
  }
  return parts.join('');
}

/** Beyond this depth lines are not indented further: the blanks would outgrow the text. */
const DEEPEST = 40;

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/gs;
