import { useId, type ReactNode, type SyntheticEvent } from 'react';
import { useController } from 'react-hook-form';
import type { ProfileAdapter } from '../../adapters/ProfileAdapter';
import type { ProfileInfoForm as Form } from '../../hooks/useProfileInfoForm';
import type { ProfileType } from '../../model/layers';
import { DEFAULT_PROFILE_VERSION } from '../../model/profileInfo';
import type { NameRefusal } from '../../model/infoChecks';
import { useBuilder, useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { WithAdapter } from '../ProfileBuilderProvider/ProfileBuilderProvider';
import { ExternalLink } from '../ui/ExternalLink';
import { describedBy, Field } from '../ui/Field';
import { ignoreForeignBlur } from '../ui/ignoreForeignBlur';
import { sharedMessages } from '../ui/messages';
import { Root } from '../ui/Root';
import { profileInfoFormMessages } from './messages';
import { NameStatus } from './NameStatus';
import { TagField } from './TagField';

export interface ProfileInfoFormProps {
  /** From `useProfileInfoForm`. */
  readonly form: Form;
  /** @default the adapter from context */
  readonly adapter?: ProfileAdapter | undefined;
  /** Called when the form is submitted and nothing is at fault; else the first fault gets the focus. */
  readonly onSubmit?: (() => void) | undefined;
  /** Types to choose from; a single one is shown chosen. @default ['infra']; keep the array stable */
  readonly allowedTypes?: readonly ProfileType[] | undefined;
  /** What the backend said against name or version when saving. */
  readonly refusal?: NameRefusal | null | undefined;
  /** For a submit button outside: `<button form={id}>`. */
  readonly id?: string | undefined;
  readonly className?: string | undefined;
  /** Further fields, below the tags. */
  readonly children?: ReactNode;
}

const INFRASTRUCTURE_ONLY: readonly ProfileType[] = ['infra'];

/** Name, version, description, type and tags. */
export function ProfileInfoForm({ adapter, ...props }: ProfileInfoFormProps) {
  return (
    <WithAdapter adapter={adapter}>
      <InfoForm {...props} />
    </WithAdapter>
  );
}

function InfoForm({
  form,
  onSubmit,
  allowedTypes = INFRASTRUCTURE_ONLY,
  refusal = null,
  id,
  className,
  children,
}: ProfileInfoFormProps) {
  const messages = useMessages('ProfileInfoForm', profileInfoFormMessages);
  const shared = useMessages('Shared', sharedMessages);
  const { links } = useBuilder();
  const baseId = useId();
  const { control, register, formState } = form;
  const { errors } = formState;
  const type = useController({ control, name: 'type' });

  const nameId = `${baseId}-name`;
  const versionId = `${baseId}-version`;
  const descriptionId = `${baseId}-description`;

  const nameRefusal = refusal?.field === 'name' ? refusalText(messages, refusal) : null;
  const versionRefusal = refusal?.field === 'version' ? refusalText(messages, refusal) : null;
  const nameError = errors.name?.message ?? nameRefusal;
  const versionError = errors.version?.message ?? versionRefusal;

  const submit = (event: SyntheticEvent) => {
    void form.handleSubmit(() => {
      if (refusal === null) onSubmit?.();
      else form.setFocus(refusal.field);
    })(event);
  };

  return (
    <Root className={['cpb-ProfileInfoForm', className].filter(Boolean).join(' ')}>
      <form
        id={id}
        className="cpb-ProfileInfoForm-form"
        noValidate
        onBlurCapture={ignoreForeignBlur}
        onSubmit={submit}
      >
        <Field
          id={nameId}
          label={messages.name}
          isRequired
          hint={messages.nameHint}
          error={nameError}
          status={nameError == null ? <NameStatus form={form} /> : null}
        >
          <input
            {...register('name')}
            id={nameId}
            className="cpb-Input"
            type="text"
            autoComplete="off"
            spellCheck={false}
            required
            aria-invalid={nameError == null ? undefined : true}
            aria-describedby={describedBy(nameId, {
              error: nameError,
              status: true,
              hint: true,
            })}
          />
        </Field>
        <Field
          id={versionId}
          label={messages.version}
          hint={
            <>
              {messages.versionHint}
              {links.profileVersions === undefined ? null : (
                <>
                  {' '}
                  <ExternalLink href={links.profileVersions}>{messages.versionLink}</ExternalLink>
                </>
              )}
            </>
          }
          error={versionError}
        >
          <input
            {...register('version')}
            id={versionId}
            className="cpb-Input cpb-ProfileInfoForm-version"
            type="text"
            autoComplete="off"
            spellCheck={false}
            placeholder={DEFAULT_PROFILE_VERSION}
            aria-invalid={versionError == null ? undefined : true}
            aria-describedby={describedBy(versionId, { error: versionError, hint: true })}
          />
        </Field>
        <Field id={descriptionId} label={messages.description} hint={messages.descriptionHint}>
          <textarea
            {...register('description')}
            id={descriptionId}
            className="cpb-Input"
            rows={3}
            aria-describedby={describedBy(descriptionId, { hint: true })}
          />
        </Field>
        <fieldset
          className="cpb-ProfileInfoForm-types"
          aria-describedby={errors.type === undefined ? undefined : `${baseId}-type-error`}
        >
          <legend className="cpb-Field-label">{messages.type}</legend>
          {allowedTypes.map((allowed, index) => (
            <label key={allowed} className="cpb-Choice">
              <input
                // Where the focus goes when it is led here.
                ref={index === 0 ? type.field.ref : undefined}
                type="radio"
                name={`${baseId}-type`}
                value={allowed}
                checked={type.field.value === allowed}
                aria-describedby={`${baseId}-type-${allowed}`}
                onChange={() => {
                  type.field.onChange(allowed);
                }}
              />
              <span>
                <span className="cpb-Choice-label">{shared.profileTypes[allowed]}</span>
                <span
                  className="cpb-Field-hint"
                  id={`${baseId}-type-${allowed}`}
                  aria-hidden="true"
                >
                  {messages.typeHints[allowed]}
                </span>
              </span>
            </label>
          ))}
          {errors.type === undefined ? null : (
            <div className="cpb-Field-error" id={`${baseId}-type-error`}>
              {errors.type.message}
            </div>
          )}
        </fieldset>
        <TagField form={form} />
        {children}
      </form>
    </Root>
  );
}

function refusalText(messages: typeof profileInfoFormMessages, refusal: NameRefusal): string {
  if (refusal.reason === 'invalid') return refusal.serverMessage ?? messages.refusedAtSave;
  const say = refusal.mayBeOurs ? messages.mayBeOurs : messages.takenAtSave;
  return say(refusal.name, refusal.version);
}
