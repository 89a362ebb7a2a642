import react from '@vitejs/plugin-react';
import path from 'node:path';
import { defineConfig } from 'vite';
import { compressed } from './scripts/compressed.ts';
import { filesOfPages, leanRouter, shortClassNames } from './scripts/lean.ts';
import { leanPreload } from './scripts/leanPreload.ts';
import { leanQuery } from './scripts/leanQuery.ts';
import { oneFileLess } from './scripts/oneFileLess.ts';
import { smaller } from './scripts/smaller.ts';
import { PAGE_MODULES } from './src/app/routes.ts';
import { tolokaServer } from './src/server/vitePlugin.ts';

/** Loopback only, and no CORS: Vite's default lets the pages of every local port in (proxy-study, row 3). */
const LOCAL_ONLY = { host: '127.0.0.1', cors: false } as const;

const ROOT = import.meta.dirname;
const ROUTER = path.join(ROOT, 'node_modules/react-router/dist/production');
/** The pages that people come to; the comparison is opened from them. */
const FIRST_PAGES = [PAGE_MODULES.list, PAGE_MODULES.detail];

export default defineConfig({
  plugins: [
    react(),
    leanRouter(),
    leanQuery(),
    leanPreload(),
    smaller(),
    oneFileLess(),
    tolokaServer(),
    compressed(),
  ],
  server: {
    ...LOCAL_ONLY,
    // The same variable as for `npm start`; without it Vite's own port.
    ...(process.env['PORT'] && { port: Number(process.env['PORT']), strictPort: true }),
    // Only what the page is made of. A token file anywhere else in the project stays unseen.
    fs: { allow: ['index.html', 'src', 'public', 'node_modules'] },
  },
  preview: LOCAL_ONLY,
  css: { modules: { generateScopedName: shortClassNames(ROOT) } },
  resolve: {
    alias: [
      // React 19 has what the shim makes up for.
      {
        find: 'use-sync-external-store/shim/with-selector',
        replacement: 'use-sync-external-store/with-selector',
      },
      // The package leads every bundler to its development build, warnings and all.
      { find: /^react-router$/, replacement: `${ROUTER}/index.mjs` },
      { find: /^react-router\/dom$/, replacement: `${ROUTER}/dom-export.mjs` },
    ],
  },
  build: {
    sourcemap: false,
    // Says which files a page needs, so that the server can name them in the page's head.
    manifest: true,
    // Every browser that the build is for knows it.
    modulePreload: {
      polyfill: false,
      // The server names in the page's head what a page needs. What is opened later needs little that is not there yet,
      // and a list of the files that each part brings would be in the code of the first row.
      resolveDependencies: (_, files, { hostType }) =>
        hostType === 'js' ? files.filter((file) => file.endsWith('.css')) : files,
    },
  },
  // One `vite build` builds the client and then the server's two entries.
  builder: {
    async buildApp(builder) {
      for (const environment of Object.values(builder.environments)) await builder.build(environment);
    },
  },
  environments: {
    client: {
      build: {
        outDir: 'dist/client',
        rolldownOptions: {
          output: {
            codeSplitting: { groups: filesOfPages(ROOT, 'src/app/main.tsx', FIRST_PAGES) },
          },
        },
      },
    },
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
