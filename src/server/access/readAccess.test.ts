import { describe, expect, test } from 'vitest';
import { Secret } from '../secret.ts';
import { accessOf, addressMatcher, readAllowedHosts, readProxyAddresses } from './readAccess.ts';

describe('ALLOWED_HOSTS', () => {
  test.each([
    ['ops.example.com', ['https://ops.example.com']],
    ['https://Ops.Example.com/', ['https://ops.example.com']],
    ['https://ops.example.com:443', ['https://ops.example.com']],
    ['ops.example.com:8443', ['https://ops.example.com:8443']],
    ['http://ops.lan:4747', ['http://ops.lan:4747']],
    [
      'a.example, https://b.example  http://[fd00::1]:80',
      ['https://a.example', 'https://b.example', 'http://[fd00::1]'],
    ],
    ['bücher.example', ['https://xn--bcher-kva.example']],
    // Different ports make different Host headers.
    ['a.example http://a.example:8080', ['https://a.example', 'http://a.example:8080']],
  ])('%s', (text, origins) => {
    expect(readAllowedHosts('ALLOWED_HOSTS', text)).toEqual({ ok: true, value: origins });
  });

  test.each([
    '*',
    '*.example.com',
    '.example.com',
    'a.example/x',
    'ftp://a.example',
    'u@a.example',
    'a.example?',
    ' ,',
  ])('"%s" is refused', (text) => {
    expect(readAllowedHosts('ALLOWED_HOSTS', text).ok).toBe(false);
  });
});

describe('AUTH_PROXY', () => {
  const addresses = ['127.0.0.1', '10.1.2.0/24', 'fd00::/8', '2001:db8::7'];
  const matches = addressMatcher(addresses);

  test('is read as addresses and networks', () => {
    expect(readProxyAddresses('AUTH_PROXY', addresses.join(', '))).toEqual({ ok: true, value: addresses });
  });

  test.each(['127.0.0.1', '::ffff:127.0.0.1', '10.1.2.255', 'fd12::1', '2001:db8::7', '2001:DB8:0::7'])(
    '%s is the proxy',
    (address) => expect(matches(address)).toBe(true),
  );

  test.each([
    '127.0.0.2',
    '10.1.3.0',
    '::ffff:10.1.3.0',
    'fe00::1',
    '2001:db8::8',
    '::1',
    '',
    'x',
    undefined,
  ])('%s is not', (address) => expect(matches(address)).toBe(false));

  test.each(['proxy', '10.0.0.0/33', '10.0.0.0/-1', '10.0.0.0/8/8', '10.0.0/8', '::/0', '0.0.0.0/7', ','])(
    '"%s" is refused',
    (text) => expect(readProxyAddresses('AUTH_PROXY', text).ok).toBe(false),
  );
});

describe('what goes together', () => {
  const key = new Secret('SENTINEL-key-0123456789-abcdef');
  const nothing = {
    host: '127.0.0.1',
    hostSetting: 'HOST',
    key: null,
    proxyAddresses: null,
    publicOrigins: [],
  };
  const hosts = { publicOrigins: ['https://ops.example'] };
  const kindOf = (settings: Partial<Parameters<typeof accessOf>[0]>) => {
    const { access, faults } = accessOf({ ...nothing, ...settings });
    return faults.length > 0 ? faults.map(({ name }) => name) : access.kind;
  };

  test('on this machine nothing is needed, and a key may be asked for', () => {
    expect(kindOf({})).toBe('machine');
    expect(kindOf({ publicOrigins: ['http://localhost:8080'] })).toBe('machine');
    expect(kindOf({ key })).toBe('key');
  });

  test('whoever lets other machines in says who may enter, and under which name', () => {
    expect(kindOf({ host: '0.0.0.0' })).toEqual(['HOST']);
    expect(kindOf({ host: '0.0.0.0', ...hosts })).toEqual(['HOST']);
    expect(kindOf(hosts)).toEqual(['ALLOWED_HOSTS']);
    expect(kindOf({ host: '0.0.0.0', key })).toEqual(['ALLOWED_HOSTS']);
    expect(kindOf({ proxyAddresses: ['127.0.0.1'] })).toEqual(['ALLOWED_HOSTS']);
    expect(kindOf({ host: '0.0.0.0', key, ...hosts })).toBe('key');
    expect(kindOf({ key, ...hosts })).toBe('key');
    expect(kindOf({ host: '::', proxyAddresses: ['127.0.0.1'], ...hosts })).toBe('proxy');
    expect(kindOf({ key, proxyAddresses: ['127.0.0.1'], ...hosts })).toEqual(['AUTH_PROXY']);
  });
});
