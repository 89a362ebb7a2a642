import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { UNUSED } from '../scripts/leanQuery.ts';

const LIBRARY = 'node_modules/@tanstack/query-core/build/modern';

function libraryFile(name: string): string {
  return readFileSync(path.join(LIBRARY, name), 'utf8');
}

test('what is left out of the query library is there, and nobody in the app uses it', () => {
  for (const name of Object.keys(UNUSED)) expect(libraryFile(name)).toContain('export {');
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.tsx?$/.test(file),
  );
  expect(sources.length).toBeGreaterThan(100);
  const users = sources.filter((file) =>
    /\b(?:use\w*Infinite\w*|use\w*Mutation\w*|infiniteQueryOptions|(?:fetch|prefetch|ensure)Infinite\w*|MutationCache|getMutationCache|isMutating)\b/.test(
      readFileSync(path.join('src', file), 'utf8'),
    ),
  );
  expect(users).toEqual([]);
});

test('the client asks nothing else of its mutations than what stands for them can answer', () => {
  const asked = [...libraryFile('queryClient.js').matchAll(/#mutationCache\.(\w+)/g)].map(([, name]) => name);
  expect(new Set(asked)).toEqual(new Set(['findAll', 'resumePausedMutations', 'clear']));
  for (const name of asked) expect(UNUSED['mutationCache.js']).toContain(`  ${name}(`);
});

test('a query asks for the behaviour of infinite ones only when it is one', () => {
  const lines = libraryFile('query.js')
    .split('\n')
    .filter((line) => line.includes('infiniteQueryBehavior'));
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain('=== "infinite" ? infiniteQueryBehavior(');
});
