import { tmpdir } from 'node:os';
import path from 'node:path';

/** Where the servers under test listen: E2E_PORT and the three ports after it. */
export const APP_PORT = Number(process.env.E2E_PORT ?? 5590);
export const EMULATOR_PORT = APP_PORT + 1;
export const GATE_PORT = APP_PORT + 2;
/** The same server once more, for those who know the access key. */
export const TEAM_PORT = APP_PORT + 3;

/** The token that the server under test holds for `production`. It must be found nowhere else. */
export const TOKEN = 'SENTINEL-y0rick-7f3a9c41e8';
/** Where it is kept, with a number after it: a new one before each spec makes the servers forget what they know. */
export const TOKEN_FILE = path.join(tmpdir(), `toloka-e2e-${APP_PORT}`, 'token');

/** Where the servers under test take orders (see `servers.mjs`): a socket in the file system, so no further port. */
export const ORDERS = path.join(path.dirname(TOKEN_FILE), 'orders');

/** The key of the server at TEAM_PORT. It must be found nowhere either. */
export const ACCESS_KEY = 'SENTINEL-access-key-5d21c07b';
