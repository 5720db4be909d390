import { useMemo, useRef } from 'react';
import { useIsoLayoutEffect } from '../../internal/useIsoLayoutEffect';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { sharedMessages } from '../ui/messages';
import { readmeMessages } from './messages';
import { renderReadme } from './renderReadme';

export interface ReadmeContentProps {
  readonly markdown: string;
}

/** The formatted README. Its nodes are put in as nodes: parsing cleaned HTML again could undo the cleaning. */
export function ReadmeContent({ markdown }: ReadmeContentProps) {
  const { image } = useMessages('Readme', readmeMessages);
  const { opensInNewTab } = useMessages('Shared', sharedMessages);
  const place = useRef<HTMLDivElement>(null);
  const content = useMemo(
    () =>
      typeof document === 'undefined' ? null : renderReadme(markdown, { image, opensInNewTab }),
    [markdown, image, opensInNewTab],
  );
  useIsoLayoutEffect(() => {
    if (content !== null) place.current?.replaceChildren(content.cloneNode(true));
  }, [content]);
  return <div className="cpb-Readme-content" ref={place} />;
}
