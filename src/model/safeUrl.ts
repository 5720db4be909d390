/**
 * The URL when it may stand in an `<img>`, else null: `https:`, `http:`, `blob:`, `data:` of an image
 * type, or a path of the host's own origin (`/logos/a.svg`, `./a.svg`). Everything else is refused,
 * whatever its spelling; so are URLs with control characters and ones without a scheme but with a host
 * (`//host/a.svg`). Never throws.
 */
export function safeImageUrl(url: string | undefined): string | null {
  if (!isPlain(url)) return null;
  // A backslash counts as a slash in a browser: `/\host` is another origin.
  if (/^\.?\//.test(url)) return /^\/\/|\\/.test(url) ? null : url;
  if (/^data:image\/[a-z0-9.+-]+[;,]/i.test(url)) return url;
  return /^(?:https?:\/\/|blob:)/i.test(url) && isParseable(url) ? url : null;
}

/** The URL when it may stand in a link, else null: `https:`, `http:` or `mailto:`. Never throws. */
export function safeLinkUrl(url: string | undefined): string | null {
  if (!isPlain(url)) return null;
  return /^(?:https?:\/\/|mailto:.)/i.test(url) && isParseable(url) ? url : null;
}

/** Browsers drop line breaks and tabs wherever they stand before they read the scheme. */
function isPlain(url: unknown): url is string {
  return typeof url === 'string' && !/\p{Cc}/u.test(url);
}

/** Only ever asked about texts with a scheme. */
function isParseable(url: string): boolean {
  try {
    new URL(url);
    return true;
  } catch {
    return false;
  }
}
