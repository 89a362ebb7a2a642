import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { forgetSecrets, tokenSources } from './machine.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'toloka-token-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('secrets are taken out of the variables, and nothing else is', () => {
  const env = { TOLOKA_TOKEN: 'a', TOLOKA_SANDBOX_TOKEN: 'b', ACCESS_KEY: 'e', TOLOKA_URL: 'c', PATH: 'd' };
  forgetSecrets(env);
  expect(env).toEqual({ TOLOKA_URL: 'c', PATH: 'd' });
});

test.runIf(process.platform !== 'win32')('a real file is read only while it is its owner’s alone', () => {
  const file = path.join(folder, 'token');
  writeFileSync(file, 'SENTINEL-token\n');
  const faults = (mode: number) => {
    chmodSync(file, mode);
    const result = readConfig({ TOLOKA_TOKEN_FILE: file }, [], tokenSources('/project'));
    return result.ok ? [] : result.faults.map(({ name }) => name);
  };
  expect(faults(0o600)).toEqual([]);
  expect(faults(0o400)).toEqual([]);
  expect(faults(0o640)).toEqual(['TOLOKA_TOKEN_FILE']);
  expect(faults(0o604)).toEqual(['TOLOKA_TOKEN_FILE']);
});

test('a token in a folder that Vite serves is refused', () => {
  const sources = tokenSources(folder);
  const result = readConfig({ TOLOKA_TOKEN_FILE: path.join(folder, 'src', 'token') }, [], sources);
  expect(result.ok ? '' : result.faults[0]?.reason).toContain('development server serves');
});
