import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeImageUrl, safeLinkUrl } from '../../src/model/safeUrl';

const HOSTILE = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  '\u0000javascript:alert(1)',
  '\u0001javascript:alert(1)',
  'java\tscript:alert(1)',
  'java\nscript:alert(1)',
  'javascript\r:alert(1)',
  'javascript&colon;alert(1)',
  'vbscript:msgbox(1)',
  'data:text/html,<script>alert(1)</script>',
  'data:text/html;base64,PHNjcmlwdD4=',
  'data:,hello',
  'data:application/xhtml+xml,<a/>',
  'data:image,<script>',
  'data:image/,<script>',
  'DATA:text/html;image/png,x',
  'file:///etc/passwd',
  'ftp://example.com/a.png',
  'about:blank',
  'chrome://settings',
  'view-source:https://example.com',
  '//example.com/a.png',
  '///example.com/a.png',
  '/\\example.com/a.png',
  '\\\\example.com\\a.png',
  './\\example.com',
  '/a\n/b',
  'https:example.com',
  'https:/example.com',
  'https://',
  'https://exa mple.com/',
  'https://example.com/\n',
  '\thttps://example.com/',
  ' https://example.com/',
  'https://[bad/',
  'http',
  'example.com/a.png',
  'a.png',
  '../a.png',
  '',
  ' ',
];

describe('safeImageUrl', () => {
  it.each([
    'https://example.com/logo.svg',
    'http://localhost:8080/logo.png?size=2#a',
    'HTTPS://EXAMPLE.COM/LOGO.PNG',
    'blob:https://example.com/5f1c3c0e-0000-4000-8000-000000000000',
    'blob:null/5f1c3c0e-0000-4000-8000-000000000000',
    'data:image/png;base64,iVBORw0KGgo=',
    'data:image/svg+xml,%3Csvg%20xmlns=%22http://www.w3.org/2000/svg%22/%3E',
    'data:image/svg+xml;utf8,<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>',
    'data:image/x-icon,abc',
    '/logos/ubuntu.svg',
    '/',
    './logos/ubuntu.svg',
  ])('lets %s through as it is', (url) => {
    expect(safeImageUrl(url)).toBe(url);
  });

  it.each([...HOSTILE, 'mailto:a@example.com', 'data:image/png'])('refuses %j', (url) => {
    expect(safeImageUrl(url)).toBeNull();
  });
});

describe('safeLinkUrl', () => {
  it.each([
    'https://docs.example.com/a?b=c#d',
    'http://example.com',
    'mailto:help@example.com?subject=Packs',
  ])('lets %s through as it is', (url) => {
    expect(safeLinkUrl(url)).toBe(url);
  });

  it.each([
    ...HOSTILE,
    'blob:https://example.com/5f1c3c0e',
    'data:image/svg+xml,<svg onload="alert(1)"/>',
    '/docs',
    './docs',
    'mailto:',
  ])('refuses %j', (url) => {
    expect(safeLinkUrl(url)).toBeNull();
  });
});

describe('any input', () => {
  it('that is no text is refused', () => {
    for (const value of [undefined, null, 7, {}, ['https://example.com']]) {
      expect(safeImageUrl(value as string | undefined)).toBeNull();
      expect(safeLinkUrl(value as string | undefined)).toBeNull();
    }
  });

  it('only ever comes back unchanged, with a protocol that the browser reads as allowed', () => {
    const base = 'https://host.example/portal/';
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .tuple(
          fc.constantFrom('', ' ', '\t', '\u0000', '/', './'),
          fc.constantFrom(
            'javascript:',
            'https:',
            'http://',
            'data:',
            'blob:',
            'mailto:',
            '//',
            '',
          ),
          fc.constantFrom('', '//', '/\\', 'image/png,', 'text/html,', '\\'),
          fc.string(),
        )
        .map((pieces) => pieces.join('')),
      fc.constantFrom(...HOSTILE),
    );
    fc.assert(
      fc.property(text, (url) => {
        const image = safeImageUrl(url);
        if (image !== null) {
          expect(image).toBe(url);
          const { protocol, host, pathname } = new URL(image, base);
          expect(['https:', 'http:', 'blob:', 'data:']).toContain(protocol);
          if (protocol === 'data:') expect(pathname).toMatch(/^image\//i);
          if (/^\.?\//.test(image)) expect(host).toBe('host.example');
        }
        const link = safeLinkUrl(url);
        if (link !== null) {
          expect(link).toBe(url);
          expect(['https:', 'http:', 'mailto:']).toContain(new URL(link, base).protocol);
        }
      }),
      { numRuns: 3000 },
    );
  });
});
