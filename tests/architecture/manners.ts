import { codeOf, isTest, type Source } from './sources.ts';

/** Rules about one file at a time. Each returns `path: what is wrong`. */

/** Longest file, in lines. */
const MOST_LINES = 250;

const UNFINISHED = new RegExp(['TO', 'DO|FIX', 'ME'].join(''));
const BARREL_STATEMENT = /export\s+(?:type\s+)?(?:\*(?:\s+as\s+\w+)?|\{[^}]*\})\s*from\s*['"][^'"]+['"];?/g;
const ANY_TYPE = /(?:[:<|&,([]|\bas|=>|\bis|\bextends)\s*any\s*(?:[,;)>|&=[\]{}]|$)/m;

function isScript(path: string): boolean {
  return /\.(?:tsx?|mjs)$/.test(path);
}

/** Files that are too long to be read at one go. */
export function tooLong({ path, text }: Source): string[] {
  const lines = text.replace(/\n$/, '').split('\n').length;
  return lines > MOST_LINES ? [`${path}: ${lines} lines, at most ${MOST_LINES} are allowed`] : [];
}

/** Notes about unfinished work. */
export function unfinished({ path, text }: Source): string[] {
  const word = UNFINISHED.exec(text)?.[0];
  return word ? [`${path}: holds a ${word}`] : [];
}

/** `any` as a type. */
export function anyTypes({ path, text }: Source): string[] {
  return /\.tsx?$/.test(path) && ANY_TYPE.test(codeOf(text)) ? [`${path}: uses the type any`] : [];
}

/** Default exports, which only the configuration of tools may have. */
export function defaultExports({ path, text }: Source): string[] {
  if (!isScript(path) || path.endsWith('.config.ts')) return [];
  return /^export\s+(?:default\b|\{[^}]*\bdefault\b)/m.test(codeOf(text))
    ? [`${path}: has a default export`]
    : [];
}

/** Barrels: files that only hand on what others export, and `export *` anywhere. */
export function barrels({ path, text }: Source): string[] {
  if (!isScript(path)) return [];
  const code = codeOf(text);
  const rest = code.replaceAll(BARREL_STATEMENT, '').trim();
  if (rest === '' && code.trim() !== '') return [`${path}: only re-exports (a barrel)`];
  return /^export\s+(?:type\s+)?\*/m.test(code) ? [`${path}: has export *`] : [];
}

/** Exported functions without a docstring directly above. */
export function undocumented({ path, text }: Source): string[] {
  if (!isScript(path) || isTest(path)) return [];
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    const name =
      /^export (?:default )?(?:async )?function\*? ?(\w*)/.exec(line)?.[1] ??
      (isArrow(lines, index) ? /^export const (\w+)/.exec(line)?.[1] : undefined);
    if (name === undefined) return [];
    const documented = lines[index - 1]?.trimEnd().endsWith('*/') || isOverload(lines, index, name);
    return documented ? [] : [`${path}: ${name} is exported without a docstring`];
  });
}

function isArrow(lines: readonly string[], index: number): boolean {
  const statement = lines.slice(index, index + 4).join(' ');
  return /^export const \w+(?:: [^=]+)? = (?:async )?(?:<[^>]*>)?(?:\([^)]*\)|\w+)(?:: [^=]+)? =>/.test(
    statement,
  );
}

function isOverload(lines: readonly string[], index: number, name: string): boolean {
  return lines
    .slice(0, index)
    .some((line) => new RegExp(`^export (?:async )?function ${name}\\b`).test(line));
}

const NETWORK =
  /(?<![.\w]|async )fetch\(|(?:window|globalThis|self)\.fetch\b|\b(?:XMLHttpRequest|EventSource|WebSocket)\b|sendBeacon/;

/** Ways to the network in the app outside `app/api`, and in `toloka` anywhere. */
export function straysToNetwork({ path, text }: Source): string[] {
  const watched = /^src\/(?:app|toloka)\//.test(path) && !path.startsWith('src/app/api/') && !isTest(path);
  const word = watched ? NETWORK.exec(codeOf(text))?.[0] : undefined;
  return word ? [`${path}: only app/api may reach the network, this has ${word}`] : [];
}

const E2E_RULES: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [/getByTestId|data-testid/, 'looks for a test id instead of a role and name'],
  [/\.(?:locator|\$|\$\$|querySelector\w*)\(/, 'looks for elements by selector instead of by role and name'],
  [/waitForTimeout|setTimeout\(|timers\/promises/, 'sleeps'],
  [/\.route\(|routeFromHAR/, 'answers requests itself instead of letting the emulator misbehave'],
  [/\.(?:only|skip|fixme|fail)\(/, 'leaves tests out'],
];

/** Bad habits of end-to-end specs. The helpers in `fixtures` may do what specs may not. */
export function e2eHabits({ path, text }: Source): string[] {
  if (!/^e2e\/.*\.spec\.ts$/.test(path)) return [];
  const code = codeOf(text);
  return E2E_RULES.flatMap(([pattern, reason]) => (pattern.test(code) ? [`${path}: ${reason}`] : []));
}

/** Tests that are left out for good, outside e2e. */
export function skippedTests({ path, text }: Source): string[] {
  if (!/\.test\.tsx?$/.test(path)) return [];
  return /\b(?:test|it|describe)\.(?:only|skip|todo|fails)\b/.test(codeOf(text))
    ? [`${path}: has a test that is left out or runs alone`]
    : [];
}

/** Every rule about one file. */
export const MANNERS: readonly ((source: Source) => string[])[] = [
  tooLong,
  unfinished,
  anyTypes,
  defaultExports,
  barrels,
  undocumented,
  straysToNetwork,
  e2eHabits,
  skippedTests,
];
