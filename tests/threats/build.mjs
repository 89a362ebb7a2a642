/** `node build.mjs <folder>`: the project's own build, with test numbers and source maps, into a folder. */
import path from 'node:path';
import { createBuilder } from 'vite';
import { testNumbers } from './numbers.mjs';

const [folder] = process.argv.slice(2);
const into = (name) => ({
  build: { outDir: path.join(folder, name), emptyOutDir: true, sourcemap: true },
});
const builder = await createBuilder({
  logLevel: 'error',
  plugins: [testNumbers()],
  environments: { client: into('client'), ssr: into('server') },
});
await builder.buildApp();
