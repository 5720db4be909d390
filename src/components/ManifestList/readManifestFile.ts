/** The largest file that is taken, in bytes. */
const LARGEST = 10_000_000;

/** The name of a manifest that has no other. */
export const NEW_MANIFEST_NAME = 'manifest';

export type ManifestFile =
  | { readonly type: 'read'; readonly name: string; readonly content: string }
  | {
      readonly type: 'refused';
      readonly fileName: string;
      readonly reason: 'too-large' | 'not-text' | 'unreadable';
    };

/** A file as a manifest: its text byte for byte, its name without the extension. Never rejects. */
export async function readManifestFile(file: File): Promise<ManifestFile> {
  const refused = { type: 'refused', fileName: file.name } as const;
  if (file.size > LARGEST) return { ...refused, reason: 'too-large' };
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch {
    return { ...refused, reason: 'unreadable' };
  }
  try {
    // A byte order mark is part of the text. NUL is valid UTF-8, but no text has it.
    const content = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    if (content.includes('\0')) return { ...refused, reason: 'not-text' };
    return { type: 'read', name: nameOf(file.name), content };
  } catch {
    return { ...refused, reason: 'not-text' };
  }
}

function nameOf(fileName: string): string {
  const name = fileName.replace(/\.[^.]*$/, '');
  return name === '' ? NEW_MANIFEST_NAME : name;
}
