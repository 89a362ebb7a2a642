import { vi } from 'vitest';

/** Each file of tests begins as the app does, whatever the one before it has left in the process that they share. */
vi.resetModules();
vi.useRealTimers();
vi.unstubAllGlobals();
vi.unstubAllEnvs();
