/**
 * `npm run check:advisories`: asks the registry whether anything is known against the packages that the server and the
 * page are made of. Exit code 1 when something grave is. Where the registry cannot be asked (offline, a mirror without
 * advisories) it says so and ends well: tests/packages.test.ts holds the advisories that were known when it was written.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { shippedPackages } from './shipped.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const TIMEOUT_MS = 20_000;
const GRAVE = ['high', 'critical'];

const report = readReport();
if (report?.vulnerabilities === undefined) {
  process.stdout.write(
    'The registry could not be asked for advisories; only those noted in the tests hold.\n',
  );
} else {
  // The page's libraries are tools to npm, since the build puts them into the page's own files.
  const shipped = new Set(shippedPackages(root));
  const found = Object.values(report.vulnerabilities).filter(({ nodes }) =>
    nodes.some((at) => shipped.has(at)),
  );
  for (const { name, severity, via, range } of found) {
    const titles = via.flatMap((each) => (typeof each === 'string' ? [] : [`${each.title} (${each.url})`]));
    process.stdout.write(`${severity}: ${name} ${range} ${titles.join('; ')}\n`);
  }
  process.stdout.write(`${found.length} packages with advisories.\n`);
  if (found.some(({ severity }) => GRAVE.includes(severity))) process.exitCode = 1;
}

/** npm's own report; undefined when there is none. */
function readReport() {
  const args = ['audit', '--json', '--fetch-retries=0', `--fetch-timeout=${TIMEOUT_MS / 2}`];
  const npm = process.env.npm_execpath;
  const options = {
    cwd: root,
    encoding: 'utf8',
    timeout: TIMEOUT_MS,
  };
  const { stdout } = npm
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, options);
  try {
    return JSON.parse(stdout);
  } catch {
    return undefined;
  }
}
