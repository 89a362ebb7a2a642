#!/usr/bin/env node
/** The command `toloka-operations`, which `npx .` runs in a clone: the dashboard, as `npm start` does. */
process.argv.splice(2, 0, 'server');
await import('./start.mjs');
