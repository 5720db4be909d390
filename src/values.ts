export { applyOverrides } from './values/applyOverrides';
export type { ApplyOverridesInput } from './values/applyOverrides';
export { applyPreset } from './values/applyPreset';
export type {
  AppliedPreset,
  ApplyPresetInput,
  OverwrittenValue,
  PresetProblem,
} from './values/applyPreset';
export { checkManifest } from './values/checkManifest';
export { checkReferences } from './values/checkReferences';
export { checkValues } from './values/checkValues';
export type { CheckValuesOptions } from './values/checkValues';
export { checkVariable } from './values/checkVariable';
export type { VariableValueFault, VariableValueFaultCode } from './values/checkVariable';
export { diffValues } from './values/diffValues';
export type { ValuesChange, ValuesDiff } from './values/diffValues';
export { mergeValues } from './values/mergeValues';
export type { MergeValuesInput } from './values/mergeValues';
export { readEnabledPresets } from './values/readEnabledPresets';
export type { EnabledPreset } from './values/readEnabledPresets';
export { readFields } from './values/readFields';
export type { ReadFieldsInput, ValuesField } from './values/readFields';
export { readPresetStates } from './values/readPresetStates';
export type { PresetState, ReadPresetStatesInput } from './values/readPresetStates';
export { findReferences } from './values/references/findReferences';
export type { Reference, ReferenceFault, ReferenceKind } from './values/references/findReferences';
export type { ReferenceContext } from './values/references/referenceContext';
export { renameVariable } from './values/renameVariable';
export { restoreDefault } from './values/restoreDefault';
export type { RestoreDefaultInput } from './values/restoreDefault';
export { readSchema } from './values/schema/readSchema';
export type { Schema, SchemaEntry } from './values/schema/readSchema';
export { parseSchemaRule } from './values/schema/schemaRule';
export type { SchemaPart, SchemaRule, SchemaType } from './values/schema/schemaRule';
export { setField } from './values/setField';
export type { SetFieldInput } from './values/setField';
