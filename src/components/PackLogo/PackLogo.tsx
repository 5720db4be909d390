import { useState } from 'react';
import type { PackRef } from '../../adapters/ProfileAdapter';
import { usePackLogo } from '../../hooks/usePackLogo';
import type { LayerKind } from '../../model/layers';

export interface PackLogoProps {
  readonly pack: PackRef;
  readonly displayName: string;
  readonly logoUrl?: string | undefined;
}

/** A pack's logo, or the first letters of its name. Decoration: the name stands beside it. */
export function PackLogo({ pack, displayName, logoUrl }: PackLogoProps) {
  const url = usePackLogo({ pack, logoUrl });
  const [failedUrl, setFailedUrl] = useState<string | null>(null);
  return url === null || url === failedUrl ? (
    <PackGlyph displayName={displayName} kind={pack.layer} />
  ) : (
    <span className="cpb-PackLogo" aria-hidden="true">
      <img
        src={url}
        alt=""
        width={32}
        height={32}
        loading="lazy"
        decoding="async"
        referrerPolicy="no-referrer"
        onError={() => {
          setFailedUrl(url);
        }}
      />
    </span>
  );
}

/** In place of a logo. */
export function PackGlyph({
  displayName,
  kind,
}: {
  readonly displayName: string;
  readonly kind: LayerKind;
}) {
  return (
    <span className="cpb-PackLogo" data-kind={kind} aria-hidden="true">
      {initials(displayName)}
    </span>
  );
}

function initials(name: string): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const [first = '', second] = words;
  const letters =
    second === undefined ? /^.{1,2}/u.exec(first)?.[0] : firstLetter(first) + firstLetter(second);
  return (letters ?? '').toUpperCase();
}

function firstLetter(word: string): string {
  return /^./u.exec(word)?.[0] ?? '';
}
