import { createEmulator, type Emulator, type EmulatorOptions } from './emulator.ts';

/** For this folder's tests: the instant at which their emulators are made, epoch ms. */
export const NOW = Date.UTC(2026, 4, 20, 12, 0, 0, 250);

/** An operation as plain JSON, read without any of the project's own decoders. */
export type PlainOperation = {
  readonly id: string;
  readonly type: string;
  readonly status: string;
  readonly submitted: string;
  readonly started?: string | null;
  readonly finished?: string | null;
  readonly progress?: number | null;
  readonly parameters?: Record<string, unknown> | null;
  readonly details?: Record<string, unknown> | null;
};
export type PlainList = { readonly items: readonly PlainOperation[]; readonly has_more: boolean };

/** An emulator whose time stands still at `NOW` and that never says 429, unless told otherwise. */
export function testEmulator(options: EmulatorOptions = {}): Emulator {
  return createEmulator({ now: () => NOW, rateLimit: null, ...options });
}

/** Asks for a path below `/api/v1/operations` with the demo token. */
export function ask(emulator: Emulator, path = '', init: RequestInit = {}): Promise<Response> {
  const headers = { authorization: 'OAuth demo' };
  return emulator.fetch(new Request(`http://api.test/api/v1/operations${path}`, { headers, ...init }));
}

/** Asks for a list. Throws when the answer is no success. */
export async function list(emulator: Emulator, query: string): Promise<PlainList> {
  const response = await ask(emulator, `?${query}`);
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return (await response.json()) as PlainList;
}

/** Asks for one operation. Throws when the answer is no success. */
export async function operation(emulator: Emulator, id: string): Promise<PlainOperation> {
  const response = await ask(emulator, `/${id}`);
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return (await response.json()) as PlainOperation;
}

/** Every operation that matches, page by page in the order of IDs. */
export async function everything(emulator: Emulator, query = ''): Promise<PlainOperation[]> {
  const items: PlainOperation[] = [];
  for (;;) {
    const after = items.at(-1);
    const page = await list(
      emulator,
      `${query}&sort=id&limit=300${after ? `&id_gt=${after.id}` : ''}`.replace(/^&/, ''),
    );
    items.push(...page.items);
    if (!page.has_more) return items;
  }
}
