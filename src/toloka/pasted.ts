import { isOperationId } from './endpoints.ts';
import { ENVIRONMENTS, isEnvironmentName, type EnvironmentName } from './environments.ts';
import { LIST_PARAMETERS } from './filters.ts';
import { APP_PARAMETERS } from './parseSearch.ts';

/**
 * What a text that somebody pasted names. `environment` is null where the text does not say in which one: then it is the
 * one that they are in.
 */
export type Pasted =
  | {
      readonly kind: 'operation';
      readonly environment: EnvironmentName | null;
      readonly id: string;
      /** What a link of this dashboard says beyond the operation, such as `?tab=log#item-3`; else empty. */
      readonly rest: string;
      /** False where the text is a word that could be an ID as well as anything else. */
      readonly sure: boolean;
    }
  | {
      readonly kind: 'list';
      readonly environment: EnvironmentName | null;
      /** The query string, without `?`. */
      readonly search: string;
    };

/** Longer texts are no command and no answer of the list's; reading them would only take time. */
const MOST = 100_000;
const ADDRESS = /(?:https?:\/\/|\/)[^\s'"`<>\\]+/gi;
/** `/sandbox/operations/…`, `/api/v1/operations/…`, `/requester/operation/…`, each with or without an ID. */
const PATH = /^(?<before>.*)\/operations?(?:\/(?<id>[^/]+))?(?:\/log)?\/?$/;
/** As Toloka makes them: 32 hexadecimal digits, in newer answers with dashes. */
const OWN_FORM = /(?<![\w-])(?:[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?![\w-])/gi;
/** How programs name one: `"id": "…"`, `id='…'`, `operation_id=…`, `get_operation("…")`. */
const NAMED =
  /(?:\b(?:operation_?)?id["']?\s*[:=]\s*|_operation(?:_log)?\(\s*)["']?([A-Za-z0-9._~-]{1,128})/gi;

/**
 * Reads an operation's ID, any link to one (of this dashboard, of Toloka's API or site, also within a curl command), an
 * operation as JSON or as toloka-kit prints it, or a list's query. Null for everything else; never throws.
 */
export function readPasted(text: string): Pasted | null {
  const entered = text.trim();
  if (entered === '' || entered.length > MOST) return null;
  if (isOperationId(entered)) return named(entered, isSure(entered));
  return readQueryString(entered) ?? readAddresses(entered) ?? readJson(entered) ?? readMention(entered);
}

/** Whether a text can hardly be anything but an ID: long, and with digits in it. */
function isSure(text: string): boolean {
  return text.length >= 8 && /\d/.test(text);
}

function named(id: string, sure = true): Pasted {
  return { kind: 'operation', environment: null, id, rest: '', sure };
}

/** `?status=FAIL&limit=20`, or the same without the mark. */
function readQueryString(text: string): Pasted | null {
  if (/\s/.test(text)) return null;
  const [first = ''] = /^\??([a-z_]+)(?==)/.exec(text)?.slice(1) ?? [];
  const known = [...LIST_PARAMETERS, ...APP_PARAMETERS].includes(first);
  return known ? { kind: 'list', environment: null, search: text.replace(/^\?/, '') } : null;
}

/** The first address in a text that leads to an operation, else to a list. */
function readAddresses(text: string): Pasted | null {
  const found = (text.match(ADDRESS) ?? []).flatMap((address) => readAddress(address) ?? []);
  return found.find(({ kind }) => kind === 'operation') ?? found[0] ?? null;
}

function readAddress(address: string): Pasted | null {
  const url = urlOf(address);
  const { before = '', id } = PATH.exec(url?.pathname ?? '')?.groups ?? {};
  if (!url || (id === undefined && !/\/operations\/?$/.test(url.pathname))) return null;
  const own = /^\/([^/]+)(\/api\/v1)?$/.exec(before);
  const owner = own?.[1] !== undefined && isEnvironmentName(own[1]) ? own[1] : null;
  const environment = owner ?? environmentOfHost(url.hostname);
  if (id === undefined) return { kind: 'list', environment, search: url.search.slice(1) };
  const read = decoded(id);
  if (read === null || !isOperationId(read)) return null;
  // What comes behind an API's address is no language of this dashboard's.
  const rest = owner !== null && own?.[2] === undefined ? url.search + url.hash : '';
  return { kind: 'operation', environment, id: read, rest, sure: true };
}

/**
 * Toloka's own hosts are told by their names, since there have been several (`toloka.dev`, `toloka.yandex.com`, each with a
 * `sandbox.` before it); of every other host it is not known which environment it means.
 */
function environmentOfHost(host: string): EnvironmentName | null {
  for (const name of ['sandbox', 'production'] as const) {
    if (host === new URL(ENVIRONMENTS[name].origin).hostname) return name;
  }
  if (!/(?:^|\.)toloka(?:\.[a-z]+)+$/.test(host)) return null;
  return host.startsWith('sandbox.') ? 'sandbox' : 'production';
}

/** The ID of a JSON object; a text that only looks like JSON, such as a cut one, names it all the same. */
function readJson(text: string): Pasted | null {
  if (!/^[[{]/.test(text)) return null;
  try {
    const value: unknown = JSON.parse(text);
    const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
    return typeof id === 'string' && isOperationId(id) ? named(id) : null;
  } catch {
    // Cut off, or not JSON: `readMention` looks for an ID in it.
    return null;
  }
}

/** The one operation that a longer text mentions; null where it mentions none or several. */
function readMention(text: string): Pasted | null {
  const mentions = [...text.matchAll(NAMED)].map(([, id = '']) => id);
  const ids = mentions.length > 0 ? mentions : (text.match(OWN_FORM) ?? []);
  const [id, ...others] = new Set(ids.filter(isOperationId));
  return id !== undefined && others.length === 0 && isSure(id) ? named(id) : null;
}

function urlOf(address: string): URL | null {
  try {
    return new URL(address, 'http://here.invalid');
  } catch {
    // No address at all, such as `http://`.
    return null;
  }
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    // A stray `%`: no ID has one.
    return null;
  }
}
