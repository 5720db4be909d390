import { useId } from 'react';
import type { Registry } from '../../model/packs';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { describedBy, Field } from '../ui/Field';
import { layerPickerMessages } from './messages';

export interface RegistryFieldProps {
  readonly registries: readonly Registry[];
  readonly registry: Registry;
  readonly onChange: (registryUid: string) => void;
}

/** Where the packs come from. */
export function RegistryField({ registries, registry, onChange }: RegistryFieldProps) {
  const messages = useMessages('LayerPicker', layerPickerMessages);
  const id = useId();
  const hint = registryHint(messages, registry);
  return (
    <Field id={id} label={messages.registry} hint={hint}>
      <select
        id={id}
        className="cpb-Input"
        value={registry.uid}
        aria-describedby={describedBy(id, { hint })}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      >
        {registries.map((option, index) => (
          <option key={`${index}-${option.uid}`} value={option.uid}>
            {registryName(messages, option)}
          </option>
        ))}
      </select>
    </Field>
  );
}

function registryName(messages: typeof layerPickerMessages, registry: Registry): string {
  if (!registry.isSearchable) return messages.privateRegistry(registry.name);
  return registry.isDefault ? messages.defaultRegistry(registry.name) : registry.name;
}

function registryHint(messages: typeof layerPickerMessages, registry: Registry): string | null {
  switch (registry.sync?.status) {
    case 'failed':
      return [messages.syncFailed(registry.name), registry.sync.message].filter(Boolean).join(' ');
    case 'never':
      return registry.isSearchable ? messages.neverSynced(registry.name) : null;
    case 'syncing':
      return messages.syncing(registry.name);
    default:
      return null;
  }
}
