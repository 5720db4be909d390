import { useWatch } from 'react-hook-form';
import type { ProfileInfoForm } from '../../hooks/useProfileInfoForm';
import { useProfileNameCheck } from '../../hooks/useProfileNameCheck';
import { nextPatchVersion, profileInfoSchema } from '../../model/profileInfo';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { sharedMessages } from '../ui/messages';
import { profileInfoFormMessages } from './messages';

/** What the backend says about name and version while they are typed. It stops nobody. */
export function NameStatus({ form }: { readonly form: ProfileInfoForm }) {
  const messages = useMessages('ProfileInfoForm', profileInfoFormMessages);
  const shared = useMessages('Shared', sharedMessages);
  const [typedName, typedVersion] = useWatch({ control: form.control, name: ['name', 'version'] });
  const name = typedName.trim();
  const parsed = profileInfoSchema.shape.version.safeParse(typedVersion);
  const version = parsed.success ? parsed.data : null;
  const check = useProfileNameCheck({ name, version });

  switch (check.status) {
    case 'idle':
      return null;
    case 'checking':
      return (
        <span className="cpb-NameStatus">
          <span className="cpb-Spinner" aria-hidden="true" />
          {messages.checking}
        </span>
      );
    case 'free':
      return (
        <span className="cpb-NameStatus" data-tone="success">
          <Icon name="check" />
          {messages.free}
        </span>
      );
    case 'other-version':
      return (
        <span className="cpb-NameStatus">
          <Icon name="info" />
          {messages.otherVersion(name, version ?? '')}
        </span>
      );
    case 'taken': {
      const next = version === null ? null : nextPatchVersion(version);
      return (
        <span className="cpb-NameStatus" data-tone="warning">
          <Icon name="warning" />
          {messages.taken(name, version ?? '', next)}
          {next === null ? null : (
            <Button
              variant="quiet"
              onClick={() => {
                form.setValue('version', next, { shouldDirty: true, shouldValidate: true });
                form.setFocus('version');
              }}
            >
              {messages.useVersion(next)}
            </Button>
          )}
        </span>
      );
    }
    case 'failed':
      return (
        <span className="cpb-NameStatus">
          <Icon name="info" />
          {messages.checkFailed}
          <Button variant="quiet" onClick={check.retry}>
            {shared.retry}
          </Button>
        </span>
      );
    default:
      return check.status satisfies never;
  }
}
