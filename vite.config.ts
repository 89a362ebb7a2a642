import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { tolokaServer } from './src/server/vitePlugin.ts';

/** Loopback only, and no CORS: Vite's default lets the pages of every local port in (proxy-study, row 3). */
const LOCAL_ONLY = { host: '127.0.0.1', cors: false } as const;

export default defineConfig({
  plugins: [react(), tolokaServer()],
  server: {
    ...LOCAL_ONLY,
    // The same variable as for `npm start`; without it Vite's own port.
    ...(process.env['PORT'] && { port: Number(process.env['PORT']), strictPort: true }),
    // Only what the page is made of. A token file anywhere else in the project stays unseen.
    fs: { allow: ['index.html', 'src', 'public', 'node_modules'] },
  },
  preview: LOCAL_ONLY,
  build: { sourcemap: false },
  // One `vite build` builds the client and then the server's two entries.
  builder: {
    async buildApp(builder) {
      for (const environment of Object.values(builder.environments)) await builder.build(environment);
    },
  },
  environments: {
    client: { build: { outDir: 'dist/client' } },
    ssr: {
      build: {
        outDir: 'dist/server',
        target: 'node20',
        // The files in public/ belong to the client.
        copyPublicDir: false,
        rolldownOptions: { input: { server: 'src/server/run.ts', emulator: 'src/emulator/main.ts' } },
      },
    },
  },
});
