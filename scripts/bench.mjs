/**
 * `npm run bench` runs every benchmark, `npm run bench -- list` one by name. Builds the client first. The benchmarks are
 * TypeScript in `bench/`, read through Vite.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { runnerImport } from 'vite';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);
const known = readdirSync('bench')
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.replace('.bench.ts', ''));
const names = process.argv.slice(2);
const unknown = names.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`There is no benchmark ${unknown.join(', ')}. There are: ${known.join(', ')}\n`);
  process.exit(2);
}

const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js');
const build = spawnSync(process.execPath, [vite, 'build'], { encoding: 'utf8' });
if (build.status !== 0) {
  process.stderr.write(`The build failed.\n${build.stdout}${build.stderr}`);
  process.exit(1);
}
for (const name of names.length > 0 ? names : known) {
  const file = pathToFileURL(path.join(root, 'bench', `${name}.bench.ts`)).href;
  const { module } = await runnerImport(fileURLToPath(file), { configFile: false, logLevel: 'error' });
  process.stdout.write(`${await module.run()}\n`);
}
process.exit(0);
