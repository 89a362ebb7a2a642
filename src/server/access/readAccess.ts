import { BlockList, isIP } from 'node:net';
import { bad, good, type Fault, type Reading } from '../faults.ts';
import type { Secret } from '../secret.ts';
import { isBareOrigin, isLoopback } from '../settings.ts';
import { readSecret, type TokenSources } from '../tokens.ts';

/** Who may use the server. */
export type Access =
  /** Everybody who is on this machine; it listens on loopback only. */
  | { readonly kind: 'machine' }
  /** Whoever knows the access key. */
  | { readonly kind: 'key'; readonly key: Secret }
  /** Whoever a proxy in front has signed in: only connections from these addresses are answered. */
  | { readonly kind: 'proxy'; readonly addresses: readonly string[] };

type Env = Readonly<Record<string, string | undefined>>;

/** A text of 24 base64 characters holds 144 bits, far out of reach of guessing; people's own words hold few. */
export const SHORTEST_KEY = 24;
const FEWEST_DIFFERENT = 10;
const NEW_KEY = 'Make one with: openssl rand -base64 24';

/** Reads `ACCESS_KEY` or `ACCESS_KEY_FILE`; null when neither is set. Never throws; no fault holds any of the key. */
export function readAccessKey(env: Env, sources: TokenSources): Reading<Secret | null> {
  return readSecret(env, 'ACCESS_KEY', sources, (key) => {
    if (key === '') return { reason: 'holds no key', mend: NEW_KEY };
    if (!/^[\x21-\x7e]+$/.test(key)) {
      return { reason: 'holds something that is not one word of ASCII characters', mend: NEW_KEY };
    }
    if (key.length < SHORTEST_KEY) {
      return { reason: `is shorter than ${SHORTEST_KEY} characters, so it could be guessed`, mend: NEW_KEY };
    }
    if (new Set(key).size < FEWEST_DIFFERENT) {
      return { reason: `has fewer than ${FEWEST_DIFFERENT} different characters`, mend: NEW_KEY };
    }
    return key.length > 512 ? { reason: 'is longer than 512 characters', mend: NEW_KEY } : null;
  });
}

/**
 * Reads `ALLOWED_HOSTS`: the addresses under which browsers reach the server, separated by commas or spaces. A bare
 * name is https; plain http must be written out. Gives origins as a browser's `Origin` header has them.
 */
export function readAllowedHosts(name: string, text: string): Reading<readonly string[]> {
  const mend = 'Set what people type, such as https://ops.example.com';
  const origins: string[] = [];
  for (const entry of text.split(/[\s,]+/).filter(Boolean)) {
    const written = entry.includes('://') ? entry : `https://${entry}`;
    if (entry.includes('*') || entry.startsWith('.')) {
      return bad(name, 'holds a pattern, but names are compared whole', mend);
    }
    if (!isBareOrigin(written)) return bad(name, 'holds something that is no http(s) address', mend);
    const { origin } = new URL(written);
    // Under both schemes' default ports the Host header is the same, so it would not tell which one is meant.
    const twin =
      new URL(origin).port === '' && origins.some((other) => other.split('//')[1] === origin.split('//')[1]);
    if (twin) return bad(name, 'holds the same name twice', 'Name it once, with https if it has it');
    origins.push(origin);
  }
  return origins.length > 0 ? good(origins) : bad(name, 'holds no address', mend);
}

/** Reads `AUTH_PROXY`: addresses or networks (`10.0.0.5`, `fd00::/8`), separated by commas or spaces. */
export function readProxyAddresses(name: string, text: string): Reading<readonly string[]> {
  const mend = 'Set the address from which the proxy connects, such as 127.0.0.1 or 10.1.2.0/24';
  const addresses = text.split(/[\s,]+/).filter(Boolean);
  for (const entry of addresses) {
    const [address = '', bits, ...rest] = entry.split('/');
    const family = isIP(address);
    const most = family === 6 ? 128 : 32;
    const wellFormed = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most);
    if (family === 0 || rest.length > 0 || !wellFormed) {
      return bad(name, 'holds something that is no IP address or network', mend);
    }
    if (bits !== undefined && Number(bits) < 8) {
      return bad(name, 'trusts nearly every address, so anyone could pass for the proxy', mend);
    }
  }
  return addresses.length > 0 ? good(addresses) : bad(name, 'holds no address', mend);
}

/** Whether an address is one of those that `readProxyAddresses` gave. IPv4 inside IPv6 counts as IPv4. */
export function addressMatcher(addresses: readonly string[]): (address: string | undefined) => boolean {
  const list = new BlockList();
  for (const entry of addresses) {
    const [address = '', bits] = entry.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return (address = '') => {
    const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
    const family = isIP(plain);
    return family > 0 && list.check(plain, family === 6 ? 'ipv6' : 'ipv4');
  };
}

/** What was read, for `accessOf`. */
export type AccessSettings = {
  readonly host: string;
  /** `HOST` or `--host`. */
  readonly hostSetting: string;
  readonly key: Secret | null;
  readonly proxyAddresses: readonly string[] | null;
  readonly publicOrigins: readonly string[];
};

/** Who may use the server, or every reason why the settings do not go together. */
export function accessOf(settings: AccessSettings): { access: Access; faults: readonly Fault[] } {
  const { host, hostSetting, key, proxyAddresses, publicOrigins } = settings;
  const faults: Fault[] = [];
  const exposed = !isLoopback(host);
  const others = publicOrigins.some((origin) => !isLoopback(new URL(origin).hostname));
  const guarded = key !== null || proxyAddresses !== null;
  const guard = 'ACCESS_KEY_FILE, or AUTH_PROXY when a proxy in front signs people in (README, "Deployment")';
  if (key && proxyAddresses) {
    faults.push(bad('AUTH_PROXY', 'is set, and so is an access key', 'Set only one of them').fault);
  }
  if (!guarded && exposed) {
    const reason =
      'names an address that other machines can reach, and whoever reaches it could read the account with its token';
    faults.push(bad(hostSetting, reason, `Leave it out; or set ALLOWED_HOSTS and ${guard}`).fault);
  } else if (!guarded && others) {
    const reason = 'lets other machines in, and nothing says who may read the account';
    faults.push(bad('ALLOWED_HOSTS', reason, `Leave it out; or set ${guard}`).fault);
  } else if (publicOrigins.length === 0 && (exposed || proxyAddresses)) {
    const why = exposed ? `${hostSetting} names an address that other machines can reach` : 'AUTH_PROXY is';
    const mend = 'Set what people type, such as https://ops.example.com';
    faults.push(bad('ALLOWED_HOSTS', `is not set, but ${why}`, mend).fault);
  }
  if (key) return { access: { kind: 'key', key }, faults };
  if (proxyAddresses) return { access: { kind: 'proxy', addresses: proxyAddresses }, faults };
  return { access: { kind: 'machine' }, faults };
}
