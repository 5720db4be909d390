import { removePresetMarker } from './presetMarker';
import { lineEndOf } from './text/lineEnd';

/** The marker, the kind of line ends and line ends at the very end do not count. */
export function isSameBody(text: string, other: string): boolean {
  return bodyOf(text) === bodyOf(other);
}

function bodyOf(text: string): string {
  return removePresetMarker(text)
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .replace(/\n+$/, '');
}

/** With byte order mark, line ends and last line end as another text has them. */
export function likeText(text: string, other: string): string {
  const lineEnd = lineEndOf(other);
  const mark = other.startsWith('\uFEFF') ? '\uFEFF' : '';
  const body = text
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .replaceAll('\n', lineEnd);
  if (other.endsWith('\n') === body.endsWith('\n') || other.trim() === '') return mark + body;
  return mark + (other.endsWith('\n') ? body + lineEnd : body.replace(/(?:\r?\n)+$/, ''));
}
