/**
 * Runs a built part of the project: `node scripts/start.mjs server|emulator [flags]`. Builds first when there is no
 * build or the sources have changed since; quiet when that works. A packed install without sources just runs.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { nodeFault } from './nodeVersion.mjs';

const EXIT_USAGE = 2;
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const PARTS = ['server', 'emulator'];

const [part, ...flags] = process.argv.slice(2);
if (!PARTS.includes(part)) giveUp(`Usage: node scripts/start.mjs ${PARTS.join('|')} [flags]`);
const { engines } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const fault = nodeFault(process.versions.node, engines.node);
if (fault !== null) giveUp(fault);
// Only now: an older Node.js could not even read it.
const { buildWhenNeeded } = await import('./build.mjs');
await buildWhenNeeded();
const entry = path.join(root, 'dist', 'server', `${part}.js`);
// The entry reads its flags as if it had been started itself.
process.argv = [process.argv[0], entry, ...flags];
await import(pathToFileURL(entry).href);

function giveUp(message) {
  process.stderr.write(`${message}\n`);
  process.exit(EXIT_USAGE);
}
