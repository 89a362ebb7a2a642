import { expect } from 'vitest';
import type { Asked } from '../../../src/server/testing/ask.ts';
import type { Home, HomeName } from '../homes.ts';

/** One row's attack and what must come of it (proxy-study, "Item by item"). */
export type Threat = {
  readonly row: number;
  /** `T-HOST` … */
  readonly id: string;
  readonly title: string;
  /** Where a home behaves otherwise and cannot be mended: what it does, and why that is harmless. */
  readonly differs?: Partial<Record<HomeName, string>>;
  readonly run: (home: Home) => Promise<void>;
};

/** The list of operations, as the app asks for it. */
export const LIST = '/production/api/v1/operations';

let asked = 0;

/** A list that nobody has asked for before, so that no kept answer can stand in. */
export function freshList(): string {
  asked += 1;
  return `${LIST}?id_gt=fresh${asked}`;
}

/** A Host header with the home's port. */
export function hostHeader({ port }: Home, name = '127.0.0.1'): string {
  return `Host: ${name}:${port}`;
}

/** Asks and gives the answer, with how many requests reached the upstream meanwhile. */
export async function attempt(
  home: Home,
  ...request: Parameters<Home['ask']>
): Promise<Asked & { readonly reached: number }> {
  const before = home.upstream.requests.length;
  const answer = await home.ask(...request);
  return { ...answer, reached: home.upstream.requests.length - before };
}

/** Expects a refusal of the proxy's own, or by status alone where Vite may be quicker, and that nothing went out. */
export async function expectRefused(
  home: Home,
  want: { readonly status: number; readonly code: string; readonly viteToo?: boolean },
  ...request: Parameters<Home['ask']>
): Promise<void> {
  const { status, code, reached, headers } = await attempt(home, ...request);
  const codes = want.viteToo && home.name !== 'built' ? [want.code, null] : [want.code];
  expect([request[0], request[1], status, reached]).toEqual([request[0], request[1], want.status, 0]);
  expect(codes).toContain(code);
  expect(headers).not.toHaveProperty('access-control-allow-origin');
}

/** Errors have the API's own shape, and no text in them that a person was not meant to read. */
export function expectErrorShape(body: string): void {
  const error = JSON.parse(body) as Record<string, unknown>;
  expect(error['request_id']).toMatch(/^(?:r-1|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/);
  expect(error['code']).toMatch(/^[A-Z_]+$/);
  expect(error['message']).toMatch(/^[A-Z][^\n]*\.$/);
  const keys = Object.keys(error).filter((key) => key !== 'payload');
  expect(keys).toEqual(['request_id', 'code', 'message']);
  expect(body).not.toMatch(/node:|\.[jt]s\b|stack|127\.0\.0\.1|\bE[A-Z]{5,}\b|UND_/);
}
