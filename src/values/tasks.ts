import type { TextDiagnostic } from '../model/textDiagnostic';
import type { MergeResult } from '../model/valuesMerge';
import type { VariableDiagnostic } from '../model/variableChecks';
import type { ProfileVariable } from '../model/variables';
import { applyOverrides, type ApplyOverridesInput } from './applyOverrides';
import { applyPreset, type AppliedPreset, type ApplyPresetInput } from './applyPreset';
import { checkManifestSteps } from './checkManifest';
import { checkRegex, type RegexVerdict } from './checkRegex';
import { checkValuesSteps, type CheckValuesOptions } from './checkValues';
import { checkVariablePatterns } from './checkVariablePatterns';
import { diffValuesSteps, type ValuesDiff } from './diffValues';
import { mergeValuesSteps, type MergeValuesInput } from './mergeValues';
import { readFields, type ReadFieldsInput, type ValuesField } from './readFields';
import { readPresetStates, type PresetState, type ReadPresetStatesInput } from './readPresetStates';
import type { ReferenceContext } from './references/referenceContext';
import { renameVariable } from './renameVariable';
import { restoreDefault, type RestoreDefaultInput } from './restoreDefault';
import { setField, type SetFieldInput } from './setField';

/** A text to be checked, and by what. */
interface CheckInput<Options> {
  readonly text: string;
  readonly options: Options;
  /** Check it however large it is. @default false */
  readonly force?: boolean | undefined;
}

/** The work on texts that is done beside the page: one object in, plain data out. */
interface TaskFunctions {
  applyPreset: (input: ApplyPresetInput) => AppliedPreset;
  readPresetStates: (input: ReadPresetStatesInput) => readonly PresetState[];
  applyOverrides: (input: ApplyOverridesInput) => { readonly text: string };
  restoreDefault: (input: RestoreDefaultInput) => string;
  readFields: (input: ReadFieldsInput) => readonly ValuesField[];
  setField: (input: SetFieldInput) => { readonly text: string };
  diffValues: (input: { readonly base: string; readonly current: string }) => ValuesDiff;
  mergeValues: (input: MergeValuesInput) => MergeResult;
  checkValues: (input: CheckInput<CheckValuesOptions>) => readonly TextDiagnostic[];
  checkManifest: (input: CheckInput<ReferenceContext>) => readonly TextDiagnostic[];
  /** What takes an engine of RE2; the rest is told by `checkVariables` of the model. */
  checkVariables: (input: {
    readonly variables: readonly ProfileVariable[];
  }) => readonly VariableDiagnostic[];
  checkRegex: (input: { readonly regex: string; readonly value: string }) => RegexVerdict;
  renameVariable: (input: {
    readonly text: string;
    readonly from: string;
    readonly to: string;
  }) => string;
}

export type TaskName = keyof TaskFunctions;
export type TaskInput<Name extends TaskName> = Parameters<TaskFunctions[Name]>[0];
export type TaskOutput<Name extends TaskName> = ReturnType<TaskFunctions[Name]>;

/** Work in steps, between which somebody else may have a turn. */
export interface TaskSteps<Output> {
  readonly next: () => { done?: false; value: unknown } | { done: true; value: Output };
}

export interface TaskOptions {
  /** Longer texts, in UTF-16 code units, are checked only with `force`. @default no limit */
  readonly largeText?: number | undefined;
}

type Tasks = {
  readonly [Name in TaskName]: (
    input: TaskInput<Name>,
    options: TaskOptions,
  ) => TaskSteps<TaskOutput<Name>>;
};

const tasks: Tasks = {
  applyPreset: (input) => whole(() => applyPreset(input)),
  readPresetStates: (input) => whole(() => readPresetStates(input)),
  applyOverrides: (input) => whole(() => applyOverrides(input)),
  restoreDefault: (input) => whole(() => restoreDefault(input)),
  readFields: (input) => whole(() => readFields(input)),
  setField: (input) => whole(() => setField(input)),
  diffValues: ({ base, current }) => diffValuesSteps(base, current),
  mergeValues: (input) => mergeValuesSteps(input),
  checkValues: (input, options) =>
    check(input, options, () => checkValuesSteps(input.text, input.options)),
  checkManifest: (input, options) =>
    check(input, options, () => checkManifestSteps(input.text, input.options)),
  checkVariables: ({ variables }) => whole(() => checkVariablePatterns(variables)),
  checkRegex: (input) => whole(() => checkRegex(input)),
  renameVariable: ({ text, from, to }) => whole(() => renameVariable(text, from, to)),
};

/** A task that is done once its steps are. */
export function startTask<Name extends TaskName>(
  name: Name,
  input: TaskInput<Name>,
  options: TaskOptions = {},
): TaskSteps<TaskOutput<Name>> {
  return tasks[name](input, options);
}

/** A task in one step. */
function whole<Output>(run: () => Output): TaskSteps<Output> {
  return { next: () => ({ done: true, value: run() }) };
}

/** A check, unless the text is so large that it has to be asked for. */
function check(
  { text, force = false }: CheckInput<unknown>,
  { largeText = Infinity }: TaskOptions,
  start: () => TaskSteps<readonly TextDiagnostic[]>,
): TaskSteps<readonly TextDiagnostic[]> {
  if (force || text.length <= largeText) return start();
  return whole(() => [
    { code: 'manifest-large', severity: 'info', from: 0, to: 0, path: [], params: {} },
  ]);
}
