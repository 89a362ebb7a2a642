import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Builds the floor (see `bench/floor`) by the same Vite as the product. Returns where, and how to remove it again. */
export function buildFloor(): { readonly directory: string; readonly remove: () => void } {
  const directory = mkdtempSync(path.join(tmpdir(), 'toloka-floor-'));
  // A process of its own: the bench itself runs in Vite's development mode, which would build a development React.
  const { NODE_ENV: _, ...env } = process.env;
  const vite = path.resolve('node_modules', 'vite', 'bin', 'vite.js');
  execFileSync(process.execPath, [vite, 'build', 'bench/floor', '--outDir', directory, '--emptyOutDir'], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return { directory, remove: () => rmSync(directory, { recursive: true, force: true }) };
}
