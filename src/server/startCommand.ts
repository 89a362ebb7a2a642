import path from 'node:path';

/**
 * The command that this server was started with, as one would type it again, without variables and flags. `root`: the
 * project's folder, or the package's. Told on the page of a demo, so it is one of a few literal texts and holds no path.
 */
export function startCommand(env: Readonly<Record<string, string | undefined>>, root: string): string {
  const packed = root.endsWith(path.join('node_modules', 'toloka-operations'));
  switch (env['npm_lifecycle_event']) {
    case 'start':
      return 'npm start';
    case 'dev':
      return 'npm run dev';
    case 'preview':
      return 'npm run preview';
    case 'npx':
      return packed ? 'npx toloka-operations' : 'npx .';
    default:
      return packed ? 'toloka-operations' : 'node dist/server/server.js';
  }
}
