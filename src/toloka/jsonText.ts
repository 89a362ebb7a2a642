/**
 * JSON texts read without being parsed, so that what is taken out of them is what the server wrote: a number beyond
 * 2^53 keeps its digits. All functions expect text that `JSON.parse` accepts, and are cheap on it: one pass, no copies,
 * no recursion.
 */

/** A part of a text: from `start` up to `end`, `end` not included. */
export type Span = { readonly start: number; readonly end: number };

const QUOTE = 34;
const BACKSLASH = 92;

/** Where the string that begins at `at` (its opening quote) ends: just behind its closing quote. */
function endOfString(text: string, at: number): number {
  let index = at + 1;
  for (; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === QUOTE) return index + 1;
    if (code === BACKSLASH) index++;
  }
  return index;
}

/** Where the next thing that is no blank stands. */
export function skipBlanks(text: string, at: number): number {
  let index = at;
  while (index < text.length && ' \t\n\r'.includes(text.charAt(index))) index++;
  return index;
}

function endOfScalar(text: string, at: number): number {
  if (text.charCodeAt(at) === QUOTE) return endOfString(text, at);
  let index = at;
  while (index < text.length && !',]} \t\n\r'.includes(text.charAt(index))) index++;
  return index;
}

/** Where the value that begins at `at` ends. */
export function endOfValue(text: string, at: number): number {
  let depth = 0;
  let index = at;
  do {
    const char = text.charAt(index);
    if (char === '{' || char === '[') {
      depth++;
      index++;
    } else if (char === '}' || char === ']') {
      depth--;
      index++;
    } else if (depth > 0 && ',: \t\n\r'.includes(char)) index++;
    else index = endOfScalar(text, index);
  } while (depth > 0 && index < text.length);
  return index;
}

/** The text of a string token, its escapes read. */
export function stringOf(token: string): string {
  // Without a backslash the token is its own text; with one, the platform knows the escapes best.
  return token.includes('\\') ? String(JSON.parse(token)) : token.slice(1, -1);
}

/** The elements of the array that begins at `at`; none when there is no array. */
export function elementsAt(text: string, at: number): Span[] {
  const spans: Span[] = [];
  let index = skipBlanks(text, at);
  if (text.charAt(index) !== '[') return spans;
  index = skipBlanks(text, index + 1);
  while (index < text.length && text.charAt(index) !== ']') {
    const end = endOfValue(text, index);
    spans.push({ start: index, end });
    index = skipBlanks(text, end);
    if (text.charAt(index) === ',') index = skipBlanks(text, index + 1);
  }
  return spans;
}

/**
 * The members of the object that begins at `at`, by their keys; none when there is no object. Of a doubled key the last
 * one counts, as `JSON.parse` has it.
 */
export function membersAt(text: string, at = 0): Map<string, Span> {
  const members = new Map<string, Span>();
  let index = skipBlanks(text, at);
  if (text.charAt(index) !== '{') return members;
  index = skipBlanks(text, index + 1);
  while (index < text.length && text.charAt(index) !== '}') {
    const keyEnd = endOfString(text, index);
    const key = stringOf(text.slice(index, keyEnd));
    const start = skipBlanks(text, skipBlanks(text, keyEnd) + 1);
    const end = endOfValue(text, start);
    members.set(key, { start, end });
    index = skipBlanks(text, end);
    if (text.charAt(index) === ',') index = skipBlanks(text, index + 1);
  }
  return members;
}

/** What `scanValues` tells as it goes. */
export type Scanner = {
  /**
   * A member whose value begins at `start`, its key's token at `keyStart`. Returns where to go on: behind the value to
   * leave it out, null to enter.
   */
  readonly member: (key: string, start: number, keyStart: number) => number | null;
  /** A string, number, `true`, `false` or `null`, as it is written. */
  readonly scalar?: (token: string) => void;
};

/** Goes through the value that begins at `at` and all that is in it, at any depth. */
export function scanValues(text: string, at: number, { member, scalar }: Scanner): void {
  const inObject: boolean[] = [];
  let keyNext = false;
  let index = at;
  do {
    index = skipBlanks(text, index);
    const char = text.charAt(index);
    if (char === '{' || char === '[') {
      inObject.push(char === '{');
      keyNext = char === '{';
      index++;
    } else if (char === '}' || char === ']') {
      inObject.pop();
      index++;
    } else if (char === ',') {
      keyNext = inObject.at(-1) === true;
      index++;
    } else if (keyNext) {
      const keyEnd = endOfString(text, index);
      const start = skipBlanks(text, skipBlanks(text, keyEnd) + 1);
      keyNext = false;
      index = member(stringOf(text.slice(index, keyEnd)), start, index) ?? start;
    } else {
      const end = endOfScalar(text, index);
      scalar?.(text.slice(index, end));
      index = end;
    }
  } while (inObject.length > 0 && index < text.length);
}
