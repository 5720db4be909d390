export { applyOverrides } from './values/applyOverrides';
export type { ApplyOverridesInput } from './values/applyOverrides';
export { applyPreset } from './values/applyPreset';
export type {
  AppliedPreset,
  ApplyPresetInput,
  OverwrittenValue,
  PresetProblem,
} from './values/applyPreset';
export { readEnabledPresets } from './values/readEnabledPresets';
export type { EnabledPreset } from './values/readEnabledPresets';
export { readPresetStates } from './values/readPresetStates';
export type { PresetState, ReadPresetStatesInput } from './values/readPresetStates';
export { restoreDefault } from './values/restoreDefault';
export type { RestoreDefaultInput } from './values/restoreDefault';
