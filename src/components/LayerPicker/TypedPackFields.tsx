import { useId } from 'react';
import type { ChoiceEvent } from '../../model/layerChoice';
import type { StackLayer } from '../../model/layerStack';
import type { PackType, Registry, RegistryKind } from '../../model/packs';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { describedBy, Field } from '../ui/Field';
import { Notice } from '../ui/Notice';
import { layerPickerMessages } from './messages';

export interface TypedPackFieldsProps {
  readonly layer: StackLayer;
  readonly registry: Registry;
  readonly showsFaults: boolean;
  readonly onChoice: (event: ChoiceEvent) => void;
}

const PACK_TYPES: Record<RegistryKind, PackType> = { oci: 'oci', helm: 'helm', pack: 'spectro' };

/** Name and version of a pack whose registry cannot be searched. */
export function TypedPackFields({ layer, registry, showsFaults, onChoice }: TypedPackFieldsProps) {
  const messages = useMessages('LayerPicker', layerPickerMessages);
  const id = useId();
  const typed = layer.pack?.isTyped === true ? layer.pack : null;
  const name = typed?.name ?? '';
  const version = typed?.version?.tag ?? '';
  const nameError = showsFaults && name.trim() === '' ? messages.packNameMissing : null;
  const versionError = showsFaults && version.trim() === '' ? messages.versionNameMissing : null;

  const send = (change: { name?: string; version?: string }) => {
    onChoice({
      type: 'packTyped',
      layerId: layer.id,
      registryUid: registry.uid,
      packType: PACK_TYPES[registry.kind],
      name,
      version,
      ...change,
    });
  };

  return (
    <>
      <Notice tone="info" announce="off">
        {messages.typedHint(registry.name)}
      </Notice>
      <Field id={`${id}-name`} label={messages.packName} isRequired error={nameError}>
        <input
          id={`${id}-name`}
          className="cpb-Input cpb-mono"
          type="text"
          autoComplete="off"
          spellCheck={false}
          required
          value={name}
          aria-invalid={nameError === null ? undefined : true}
          aria-describedby={describedBy(`${id}-name`, { error: nameError })}
          onChange={(event) => {
            send({ name: event.target.value });
          }}
        />
      </Field>
      <Field id={`${id}-version`} label={messages.packVersion} isRequired error={versionError}>
        <input
          id={`${id}-version`}
          className="cpb-Input cpb-mono"
          type="text"
          autoComplete="off"
          spellCheck={false}
          required
          value={version}
          aria-invalid={versionError === null ? undefined : true}
          aria-describedby={describedBy(`${id}-version`, { error: versionError })}
          onChange={(event) => {
            send({ version: event.target.value });
          }}
        />
      </Field>
    </>
  );
}
