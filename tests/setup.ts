import { vi } from 'vitest';
import { ENGLISH, speak } from '../src/words/words.ts';

/** Each file of tests begins as the app does, whatever the one before it has left: they share their modules. */
speak(ENGLISH);
vi.useRealTimers();
vi.unstubAllGlobals();
vi.unstubAllEnvs();
