/** The image of a `data:` URL; null for every other address, other media types and broken data. */
export function decodeImageDataUrl(url: string): Blob | null {
  const match = /^data:(image\/[\w.+-]+)((?:;[^,;]*)*),([\s\S]*)$/i.exec(url);
  if (match === null) return null;
  const [, mediaType = '', parameters = '', data = ''] = match;
  const bytes = /;base64$/i.test(parameters) ? decodeBase64(data) : decodePercent(data);
  return bytes === null ? null : new Blob([bytes], { type: mediaType.toLowerCase() });
}

/** Whether `url` is what `decodeImageDataUrl` is for. */
export function isDataUrl(url: string): boolean {
  return /^data:/i.test(url);
}

function decodeBase64(data: string): Uint8Array<ArrayBuffer> | null {
  try {
    const binary = atob(decodeURIComponent(data));
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  } catch {
    // Not base64: the pack is shown without a logo.
    return null;
  }
}

function decodePercent(data: string): Uint8Array<ArrayBuffer> | null {
  try {
    return new TextEncoder().encode(decodeURIComponent(data));
  } catch {
    // A stray `%`: the pack is shown without a logo.
    return null;
  }
}
