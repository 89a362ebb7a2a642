import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: [
      'src/**/*.test.ts',
      'src/**/*.test.tsx',
      'tests/**/*.test.ts',
      'tests/**/*.test.tsx',
      'bench/**/*.test.ts',
    ],
    // A time zone that is neither UTC nor a whole hour, so that any local-time reading of an API time fails a test.
    env: { TZ: 'Asia/Kolkata' },
    testTimeout: 15_000,
    // A process for each of 200 files would take as long again as their tests. What the files share is put back between them.
    isolate: false,
    maxWorkers: 2,
    setupFiles: ['tests/setup.ts'],
  },
});
