import { describe, expect, it } from 'vitest';
import { canonicalUrl, urlKey } from '../../src/read/urls.ts';

describe('urlKey', () => {
  it.each([
    ['http and https, www and not', 'http://www.primer.rs/vest/1', 'https://primer.rs/vest/1'],
    ['a closing slash', 'https://primer.rs/vest/1/', 'https://primer.rs/vest/1'],
    ['a mobile host', 'https://m.primer.rs/vest/1', 'https://primer.rs/vest/1'],
    ['campaign parameters', 'https://primer.rs/v?id=5&utm_source=rss&utm_medium=feed', 'https://primer.rs/v?id=5'],
    ['click identifiers', 'https://primer.rs/v/1?fbclid=abc&gclid=d', 'https://primer.rs/v/1'],
    ['a word on where the reader came from', 'https://primer.rs/v/1?ref=rss', 'https://primer.rs/v/1'],
    ['an escaped ampersand', 'https://primer.rs/v?a=1&amp;b=2', 'https://primer.rs/v?b=2&a=1'],
    ['a place in the page', 'https://primer.rs/v/1#komentari', 'https://primer.rs/v/1'],
    ['default ports', 'https://primer.rs:443/v/1', 'http://primer.rs:80/v/1'],
    ['an AMP path at the end', 'https://primer.rs/v/1/amp/', 'https://primer.rs/v/1'],
    ['an AMP path at the start', 'https://primer.rs/amp/v/1', 'https://primer.rs/v/1'],
    ['an AMP host', 'https://amp.primer.rs/v/1', 'https://www.primer.rs/v/1'],
    ['an AMP parameter', 'https://primer.rs/v/1?amp', 'https://primer.rs/v/1'],
    ['an AMP file', 'https://primer.rs/v/1.amp.html', 'https://primer.rs/v/1.html'],
    ['Google’s AMP cache', 'https://www-primer-rs.cdn.ampproject.org/c/s/www.primer.rs/v/1', 'https://primer.rs/v/1'],
    ['Google’s AMP viewer', 'https://www.google.com/amp/s/primer.rs/v/1', 'https://primer.rs/v/1'],
    ['a print view', 'https://primer.rs/v/1?print=1', 'https://primer.rs/v/1'],
    ['an index file', 'https://primer.rs/vesti/index.html', 'https://primer.rs/vesti/'],
    ['letters and their codes', 'https://primer.rs/вести', 'https://primer.rs/%d0%b2%d0%b5%d1%81%d1%82%d0%b8'],
    ['a name and its punycode', 'https://пример.срб/1', 'https://xn--e1afmkfd.xn--90a3ac/1'],
    ['doubled slashes', 'https://primer.rs//vesti//1', 'https://primer.rs/vesti/1'],
    ['case of the host', 'HTTPS://PRIMER.rs/v/1', 'https://primer.rs/v/1'],
  ])('is one for addresses that differ by %s', (_, one, other) => {
    expect(urlKey(one)).toBe(urlKey(other));
  });

  it.each([
    ['https://primer.rs/v?id=1', 'https://primer.rs/v?id=2'],
    ['https://primer.rs/index.php?nav_id=1', 'https://primer.rs/index.php?nav_id=2'],
    ['https://primer.rs/?p=1', 'https://primer.rs/?p=2'],
    ['https://primer.rs/#!/v/1', 'https://primer.rs/#!/v/2'],
    ['https://primer.rs/Vest', 'https://primer.rs/Vesti'],
    ['https://sport.primer.rs/1', 'https://primer.rs/1'],
    ['https://primer.rs/v/1?page=2', 'https://primer.rs/v/1'],
    ['https://primer.rs:8080/1', 'https://primer.rs/1'],
    ['https://primer.rs/v?source=tanjug-77', 'https://primer.rs/v?source=beta-12'],
    ['https://m.rs/1', 'https://rs/1'],
  ])('tells %s from %s', (one, other) => {
    expect(urlKey(one)).not.toBe(urlKey(other));
  });

  it('takes what is no address as it is', () => {
    expect(urlKey(' tag:primer.rs,2020:1 ')).toBe('tag:primer.rs,2020:1');
  });
});

describe('canonicalUrl', () => {
  it('keeps an address usable: scheme, host, path and order of parameters stay', () => {
    expect(canonicalUrl('http://www.primer.rs/V/1/?b=2&a=1&utm_source=x#top')).toBe(
      'http://www.primer.rs/V/1/?b=2&a=1',
    );
  });

  it('resolves relative addresses and reads those without a scheme', () => {
    expect(canonicalUrl('/v/1', 'https://primer.rs/rss')).toBe('https://primer.rs/v/1');
    expect(canonicalUrl('//primer.rs/v/1')).toBe('https://primer.rs/v/1');
    expect(canonicalUrl('www.primer.rs/v/1', 'https://other.rs/')).toBe('https://www.primer.rs/v/1');
    expect(canonicalUrl(' https://primer.rs/a b\n')).toBe('https://primer.rs/a%20b');
  });

  it('shows nobody a password', () => {
    expect(canonicalUrl('https://user:secret@primer.rs/')).toBe('https://primer.rs/');
  });

  it('does not change an address twice', () => {
    for (const url of [
      'https://m.primer.rs/amp/1?x=%D0%B0&utm_id=3#a',
      'https://primer.rs/?',
      'http://primer.rs./;jsessionid=1A2',
    ]) {
      const once = canonicalUrl(url)!;
      expect(canonicalUrl(once)).toBe(once);
    }
  });

  it.each([
    '',
    '/v/1',
    'mailto:a@b.rs',
    'javascript:alert(1)',
    'ftp://primer.rs/',
    'http://',
    'data:text/html,x',
    'tag:x',
  ])('knows that “%s” is no page', (text) => {
    expect(canonicalUrl(text)).toBeNull();
  });
});
