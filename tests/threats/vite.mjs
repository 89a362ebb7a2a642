/** A home of Vite's: `node vite.mjs dev|preview <built folder>`. The project's own configuration, with test numbers. */
import path from 'node:path';
import { createServer, loadConfigFromFile, preview, runnerImport } from 'vite';
import { testNumbers } from './numbers.mjs';

const [mode, built] = process.argv.slice(2);
const { config } = await loadConfigFromFile({ command: 'serve', mode: 'development' });
const plugin = path.resolve('src/server/vitePlugin.ts');
const { module } = await runnerImport(plugin, {
  configFile: false,
  logLevel: 'error',
  plugins: [testNumbers()],
});
const settings = {
  ...config,
  configFile: false,
  cacheDir: path.join(built, `.vite-${mode}`),
  plugins: config.plugins
    .flat()
    .map((each) => (each.name === 'toloka-server' ? module.tolokaServer() : each)),
  server: { ...config.server, port: 0 },
  preview: { ...config.preview, port: 0 },
  environments: { ...config.environments, client: { build: { outDir: path.join(built, 'client') } } },
};
const server = mode === 'dev' ? await (await createServer(settings)).listen() : await preview(settings);
process.stdout.write(`Listening: http://127.0.0.1:${server.httpServer.address().port}\n`);
