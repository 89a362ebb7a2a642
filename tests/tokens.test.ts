import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectSources, ROOT } from './architecture/sources.ts';

/** Where the visual language stands, and nowhere else. */
const TOKENS = 'src/app/styles/tokens.css';
const styles = projectSources().filter(({ path }) => path.startsWith('src/app/') && path.endsWith('.css'));
const tokens = styles.find(({ path }) => path === TOKENS)?.text ?? '';

/** A colour, a font's size, a rounding or a duration that is written out. Colours of the system and percentages are free. */
const LITERAL =
  /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|light-dark)\((?!in )|(?<![-\w])(?:black|white|gray|grey|red|green|blue)(?![-\w(])|\bfont(?:-size)?:[^;]*?(?<![-\w.])[\d.]+(?:px|r?em|pt)\b|\bborder-radius:[^;]*\d(?:px|r?em)\b|(?<![-\w.])[\d.]+m?s\b/i;

/** Values that stand in a style sheet instead of a token, by line. */
function literals(text: string): string[] {
  const code = text
    .replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, ' '))
    .replaceAll(/url\([^)]*\)/g, 'url()');
  return code.split('\n').flatMap((line, index) => {
    const found = LITERAL.exec(line)?.[0];
    // What switches motion off altogether is no motion.
    return found && !line.includes('!important') ? [`${index + 1}: ${found.trim()}`] : [];
  });
}

test('what belongs into the tokens is caught elsewhere', () => {
  const sheet = [
    'a { color: #fff; }',
    'a { background: rgb(0 0 0 / 6%); }',
    'a { color: light-dark(#123456, #abcdef); }',
    'a { color: red; }',
    'a { font-size: 13px; }',
    'a { font: 500 0.9em/1.2 var(--font); }',
    'a { border-radius: 4px; }',
    'a { transition: color 0.2s; }',
    'a { animation-delay: 150ms; }',
    '/* #fff, red, 4px */',
    'a { color: var(--ink-2); font: 400 var(--text-m) / 1.45 var(--font); }',
    'a { color: color-mix(in oklab, var(--line) 45%, transparent); border-radius: 50%; }',
    'a { color: CanvasText; border-radius: 0 var(--radius) 0 0; mask: url("data:,%23000 red 1s"); }',
    'a { animation: pass var(--sweep); padding: 4px; white-space: pre; }',
  ].join('\n');
  expect(literals(sheet).map((each) => Number(each.split(':')[0]))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test('no style sheet but the tokens holds a colour, a size of type, a rounding or a time', () => {
  const others = styles.filter(({ path: file }) => file !== TOKENS);
  expect(others.length).toBeGreaterThan(50);
  expect(others.flatMap(({ path: file, text }) => literals(text).map((each) => `${file}:${each}`))).toEqual(
    [],
  );
});

test('every token that a style sheet names is there', () => {
  const named = new Set(
    styles.flatMap(({ text }) => Array.from(text.matchAll(/var\((--[\w-]+)\)/g), ([, name]) => name)),
  );
  const declared = new Set(
    styles.flatMap(({ text }) => Array.from(text.matchAll(/(--[\w-]+):/g), ([, name]) => name)),
  );
  expect([...named].filter((name) => !declared.has(name))).toEqual([]);
});

test('every class that code names is in its style sheet', () => {
  const sheets = new Map(styles.map((sheet) => [sheet.path, sheet.text]));
  const missing = projectSources().flatMap((source) => {
    const imports = source.text.matchAll(/import (\w+) from '([^']+\.module\.css)'/g);
    return Array.from(imports).flatMap(([, name = '', specifier = '']) => {
      const sheet = sheets.get(path.posix.join(path.posix.dirname(source.path), specifier)) ?? '';
      const used = source.text.matchAll(new RegExp(`(?<![\\w./])${name}\\.(?!module|tsx?)(\\w+)`, 'g'));
      const classes = new Set(Array.from(used, ([, each = '']) => each));
      return [...classes]
        .filter((each) => !new RegExp(`\\.${each}(?![\\w-])`).test(sheet))
        .map((each) => `${source.path}: ${name}.${each}`);
    });
  });
  expect(missing).toEqual([]);
});

type Rgb = readonly [number, number, number];
type Scheme = 'light' | 'dark';

/** The colours of a theme as they are by default; `more` as they are for who asks for more contrast. */
function palette(scheme: Scheme, more = false): ReadonlyMap<string, Rgb> {
  const [usual = '', contrast = ''] = tokens.split('@media (prefers-contrast: more)');
  const [raised = ''] = contrast.split('@media');
  const pairs = `${usual}${more ? raised : ''}`.matchAll(/(--[\w-]+): light-dark\(#(\w{6}), #(\w{6})\)/g);
  return new Map(
    Array.from(pairs, ([, name = '', light = '', dark = '']) => [
      name,
      rgb(scheme === 'light' ? light : dark),
    ]),
  );
}

function rgb(hex: string): Rgb {
  const channel = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return [channel(0), channel(2), channel(4)];
}

/** Contrast of two colours by WCAG 2.2: 1 to 21. */
function contrast(a: Rgb, b: Rgb): number {
  const luminance = (color: Rgb) => {
    const [red = 0, green = 0, blue = 0] = color.map((c) =>
      c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const GROUNDS = ['--canvas', '--surface', '--sunken'];
const SOFT = ['--accent-soft', '--running-soft', '--pending-soft', '--success-soft', '--fail-soft'];
const WORDS = ['--ink', '--ink-2', '--ink-3', '--accent', '--running', '--pending', '--success', '--fail'];
const ENVIRONMENTS = ['--production', '--sandbox', '--demo'];

/** What is read, and on what: [words, ground]. */
const READ: readonly (readonly [string, string])[] = [
  ...WORDS.flatMap((words) => GROUNDS.map((ground) => [words, ground] as const)),
  ...['--ink', '--ink-2', '--accent', '--fail'].flatMap((words) =>
    SOFT.map((ground) => [words, ground] as const),
  ),
  ...['accent', 'running', 'pending', 'success', 'fail', 'sandbox', 'demo'].map(
    (name) => [`--${name}`, `--${name}-soft`] as const,
  ),
  // On what is filled: the main button, counts, production's badge.
  ...['--ink', '--accent', '--production', '--fail'].map((ground) => ['--surface', ground] as const),
];

/** What is seen and not read: the focus ring, bars, the environment's line, the edge of a field. */
const SEEN = ['--accent', '--running', '--success', '--fail', '--line-field', ...ENVIRONMENTS].flatMap(
  (name) => GROUNDS.map((ground) => [name, ground] as const),
);

describe.each(['light', 'dark'] as const)('contrast, %s', (scheme) => {
  const colors = palette(scheme);
  const between = ([a, b]: readonly [string, string], of = colors) => {
    const [one, other] = [of.get(a), of.get(b)];
    if (!one || !other) throw new Error(`there is no token ${one ? b : a}`);
    return contrast(one, other);
  };
  const below = (pairs: typeof READ, least: number, of = colors) =>
    pairs
      .filter((pair) => between(pair, of) < least)
      .map((pair) => `${pair.join(' on ')}: ${between(pair, of).toFixed(2)}`);

  test('words reach 4.5 on every ground that they stand on', () => {
    expect(below(READ, 4.5)).toEqual([]);
  });

  test('what carries a meaning without words reaches 3', () => {
    expect(below(SEEN, 3)).toEqual([]);
  });

  test('for who asks for more contrast, words reach 7 and hairlines 3', () => {
    const more = palette(scheme, true);
    const words = ['--ink', '--ink-2', '--ink-3'].flatMap((name) =>
      GROUNDS.map((ground) => [name, ground] as const),
    );
    expect(below(words, 7, more)).toEqual([]);
    expect(
      below(
        [
          ['--line', '--surface'],
          ['--line', '--canvas'],
          ['--line-strong', '--surface'],
        ],
        3,
        more,
      ),
    ).toEqual([]);
  });

  test('the browser’s own frame has the colour of the header', () => {
    const page = readFileSync(path.join(ROOT, 'index.html'), 'utf8');
    const [, content = ''] =
      new RegExp(`name="theme-color"\\s+content="#(\\w{6})"[^>]*data-scheme="${scheme}"`).exec(page) ?? [];
    expect(rgb(content)).toEqual(colors.get('--surface'));
  });
});

test('contrast is reckoned as WCAG does', () => {
  expect(contrast(rgb('000000'), rgb('ffffff'))).toBe(21);
  // The darkest grey that fails on white, and the next one.
  expect(contrast(rgb('777777'), rgb('ffffff'))).toBeCloseTo(4.48, 2);
  expect(contrast(rgb('767676'), rgb('ffffff'))).toBeCloseTo(4.54, 2);
});
