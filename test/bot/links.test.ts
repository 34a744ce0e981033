import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linksIn } from '../../src/bot/lib/links.ts';

const urlsIn = (text: string) => linksIn(text).flatMap(({ url }) => url ?? []);

test.each([
  ['手順は https://intra.example.co.jp/vpn?a=1&b=2#c です', ['https://intra.example.co.jp/vpn?a=1&b=2#c']],
  ['https://aka.ms/xを開いて、http://localhost:8080/も', ['https://aka.ms/x', 'http://localhost:8080/']],
  ['(see https://en.wikipedia.org/wiki/KMS_(disambiguation)).', ['https://en.wikipedia.org/wiki/KMS_(disambiguation)']],
  ['「https://example.com/a」、<https://example.com/b>。', ['https://example.com/a', 'https://example.com/b']],
  ['HTTPS://EXAMPLE.COM/A, and https://example.com.', ['HTTPS://EXAMPLE.COM/A', 'https://example.com']],
  ['javascript:alert(1) ftp://example.com https:// http://', []],
])('the web addresses of a text end where its sentence goes on: %s', (text, urls) => {
  expect(urlsIn(text)).toEqual(urls);
});

test('the parts of a text are the text, and each address is one', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('https://', 'http://a.b/c', ')', '(', ' ', '。'),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('');
      const parts = linksIn(text);
      expect(parts.map((part) => part.text).join('')).toBe(text);
      expect(parts.every(({ start, text: own }) => text.slice(start).startsWith(own))).toBe(true);
      expect(parts.every(({ url }) => url === undefined || URL.canParse(url))).toBe(true);
    }),
  );
});
