import { describe, expect, test } from 'vitest';
import { createGuard, isPublicAddress } from '../../src/poll/guard.ts';

const closed = createGuard([]);
const check = (address: string) => () => closed.check(new URL(address));

describe('the guard', () => {
  test.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0x7f.0.0.1/',
    'http://0177.0.0.1/',
    'http://017700000001/',
    'http://0/',
    'http://0.0.0.0/',
    'http://10.0.0.1/',
    'http://172.16.5.4/',
    'http://192.168.1.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://2852039166/',
    'http://100.64.0.1/',
    'http://198.18.0.1/',
    'http://192.0.2.1/',
    'http://224.0.0.1/',
    'http://255.255.255.255/',
    'http://[::1]/',
    'http://[::]/',
    'http://[0:0:0:0:0:0:0:1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[0:0:0:0:0:ffff:a9fe:a9fe]/',
    'http://[::127.0.0.1]/',
    'http://[fe80::1]/',
    'http://[fc00::1]/',
    'http://[fd12:3456::1]/',
    'http://[fec0::1]/',
    'http://[ff02::1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[64:ff9b:1::7f00:1]/',
    'http://[2002:7f00:1::]/',
    'http://[2001:0:7f00:1::]/',
    'http://[2001:db8::1]/',
    'http://１２７.０.０.１/',
    'http://127.0.0.1./',
  ])('refuses %s', (address) => {
    expect(check(address)).toThrow(/private or special address/);
  });

  test.each(['ftp://example.org/', 'file:///etc/passwd', 'gopher://example.org/', 'data:text/xml,<rss/>'])(
    'refuses the scheme of %s',
    (address) => {
      expect(check(address)).toThrow(/no http or https address/);
    },
  );

  test.each(['http://93.184.216.34/', 'https://example.org:8443/feed', 'http://[2606:2800:220:1::1]/'])(
    'lets %s pass',
    (address) => {
      expect(check(address)).not.toThrow();
    },
  );

  test('opens a host that is named, on every port or on one', () => {
    const host = createGuard(['127.0.0.1']);
    expect(() => host.check(new URL('http://127.0.0.1:8080/'))).not.toThrow();
    expect(() => host.check(new URL('http://2130706433/'))).not.toThrow();
    expect(() => host.check(new URL('http://127.0.0.2/'))).toThrow();
    const port = createGuard(['127.0.0.1:8080', '[::1]:80', '::1']);
    expect(() => port.check(new URL('http://127.0.0.1:8080/'))).not.toThrow();
    expect(() => port.check(new URL('http://127.0.0.1/'))).toThrow();
    expect(() => port.check(new URL('http://[::1]/'))).not.toThrow();
  });

  test('tells addresses of the public internet from all others', () => {
    expect(isPublicAddress('8.8.8.8')).toBe(true);
    expect(isPublicAddress('2a00:1450:4017:80f::200e')).toBe(true);
    for (const address of ['127.0.0.1', '::ffff:10.0.0.1', 'fe80::1%eth0', '1::1', 'no address', ''])
      expect(isPublicAddress(address)).toBe(false);
  });
});
