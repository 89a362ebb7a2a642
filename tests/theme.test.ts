import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { decodeSettings } from '../src/app/settings.ts';
import { ROOT } from './architecture/sources.ts';

const html = readFileSync(path.join(ROOT, 'index.html'), 'utf8');
const script = /<script>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '';

/** Runs the script of the page's head; `read` is what the browser's storage does. */
function lit(read: (key: string) => string | null) {
  const metas = ['light', 'dark'].map((scheme) => ({ dataset: { scheme }, media: 'as the system is' }));
  const dataset: Record<string, string> = {};
  const document = { documentElement: { dataset }, querySelectorAll: () => metas };
  runInNewContext(script, { document, localStorage: { getItem: read } });
  return { theme: dataset['theme'] ?? 'system', frames: metas.map(({ media }) => media) };
}

describe('the script in the page’s head, before anything is painted', () => {
  test('lights the page as it was chosen, and the browser’s frame with it', () => {
    const asked: string[] = [];
    const read = (theme: string) => (key: string) => {
      asked.push(key);
      return JSON.stringify({ zone: 'utc', theme, version: 1 });
    };
    expect(lit(read('dark'))).toEqual({ theme: 'dark', frames: ['not all', 'all'] });
    expect(lit(read('light'))).toEqual({ theme: 'light', frames: ['all', 'not all'] });
    expect(lit(read('system'))).toEqual({
      theme: 'system',
      frames: ['as the system is', 'as the system is'],
    });
    expect(asked).toEqual(Array(3).fill('toloka-operations:settings'));
  });

  test('leaves it as the system is where storage is blocked', () => {
    const blocked = () => {
      throw new Error('SecurityError');
    };
    expect(lit(blocked).theme).toBe('system');
  });

  test('reads whatever is stored as the settings read it, and never throws', () => {
    const stored = fc.oneof(
      fc.constantFrom(null, '', 'null', '[]', '"dark"', '{"theme":["dark"]}', '{"theme":"Dark"}', '{'),
      fc
        .record({ theme: fc.constantFrom('system', 'light', 'dark', 'sepia', 7, null) })
        .map((value) => JSON.stringify(value)),
      fc.json(),
    );
    fc.assert(
      fc.property(stored, (text) => {
        expect(lit(() => text).theme).toBe(decodeSettings(parsed(text)).theme);
      }),
    );
  });
});

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return null;
  }
}
