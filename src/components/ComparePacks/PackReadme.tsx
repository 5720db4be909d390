import type { PackVersionRef } from '../../adapters/ProfileAdapter';
import { usePackReadme } from '../../hooks/usePack';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Readme } from '../Readme/Readme';
import { Loading, RequestFailure, SkeletonLines } from '../ui/RequestStates';
import { comparePacksMessages } from './messages';
import { PackDialog } from './PackDialog';

export interface PackReadmeProps {
  readonly version: PackVersionRef;
  readonly displayName: string;
  readonly onClose: () => void;
}

/** The README of a version, in a window over the page. */
export function PackReadme({ version, displayName, onClose }: PackReadmeProps) {
  const messages = useMessages('ComparePacks', comparePacksMessages);
  const readme = usePackReadme({ version });
  const title = messages.readmeTitle(displayName, version.version);
  return (
    <PackDialog title={title} closeLabel={messages.close} onClose={onClose}>
      <div className="cpb-PackDialog-body">
        {readme.status === 'failed' ? (
          <RequestFailure
            title={messages.readmeFailed}
            error={readme.error}
            onRetry={readme.retry}
          />
        ) : readme.status === 'ready' ? (
          <Readme markdown={readme.data ?? null} title={title} />
        ) : (
          <Loading what={messages.readmeThing} onRetry={readme.retry}>
            <SkeletonLines count={8} />
          </Loading>
        )}
      </div>
    </PackDialog>
  );
}
