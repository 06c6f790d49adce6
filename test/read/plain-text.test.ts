import { describe, expect, it } from 'vitest';
import { plainLine, plainText } from '../../src/read/plain-text.ts';

describe('plainText', () => {
  it.each([
    ['<p>Prvi</p><p>Drugi</p>', 'Prvi\n\nDrugi'],
    ['<p>Prvi<p>Drugi', 'Prvi\n\nDrugi'],
    ['<div><h2>Naslov</h2>\n<div> Tekst </div></div>', 'Naslov\n\nTekst'],
    ['jedan<br>dva<br />tri<br><br>četiri', 'jedan\ndva\ntri\n\nčetiri'],
    ['<ul><li>a</li><li>b</li></ul>', 'a\n\nb'],
    ['pre <b>u</b>nutra&nbsp;&nbsp;posle', 'pre unutra posle'],
    ['bez\n  oznaka\n\n\n\nodlomci', 'bez\noznaka\n\nodlomci'],
    ['AT&amp;T &lt;b&gt; &amp;lt; &eacute; &#353; &#x17E; &#146;', 'AT&T <b> &lt; é š ž ’'],
    ['5 < 6 & 7 > 2', '5 < 6 & 7 > 2'],
    ['<script>x < y</script><style>p{}</style>vidi se<noscript>ne</noscript>', 'vidi se'],
    ['pre<!-- ne -->posle', 'preposle'],
    ['</p></p>kraj', 'kraj'],
    ['<a href="x', ''],
    ['', ''],
  ])('of %j is %j', (html, text) => {
    expect(plainText(html)).toBe(text);
  });

  it('takes time by length only', () => {
    const start = performance.now();
    for (const bomb of [
      `${'<a>'.repeat(100_000)}${'</b>'.repeat(100_000)}`,
      '<'.repeat(300_000),
      '<br> '.repeat(60_000),
      `${' '.repeat(300_000)}<i>`,
    ]) {
      plainText(bomb);
    }
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it('puts a headline on one line', () => {
    expect(plainLine(' Vlada\n &amp; <i>opozicija</i><br>danas ')).toBe('Vlada & opozicija danas');
  });
});
