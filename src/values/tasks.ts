import type { TextDiagnostic } from '../model/textDiagnostic';
import type { MergeResult } from '../model/valuesMerge';
import type { VariableDiagnostic } from '../model/variableChecks';
import type { ProfileVariable } from '../model/variables';
import { applyOverridesSteps, type ApplyOverridesInput } from './applyOverrides';
import { applyPresetSteps, type AppliedPreset, type ApplyPresetInput } from './applyPreset';
import { checkManifestSteps } from './checkManifest';
import { checkRegex, type RegexVerdict } from './checkRegex';
import { checkValuesSteps, type CheckValuesOptions } from './checkValues';
import { checkVariablePatterns } from './checkVariablePatterns';
import { diffValuesSteps, type ValuesDiff } from './diffValues';
import { mergeValuesSteps, type MergeValuesInput } from './mergeValues';
import {
  listPackValuesSteps,
  readPackValueSteps,
  type ListPackValuesInput,
  type PackValue,
  type PackValueList,
  type ReadPackValueInput,
} from './packValues/listPackValues';
import { readFieldsSteps, type ReadFieldsInput, type ValuesField } from './readFields';
import {
  readPresetStatesSteps,
  type PresetState,
  type ReadPresetStatesInput,
} from './readPresetStates';
import { readScalarsSteps, type ReadScalars, type ReadScalarsInput } from './readScalars';
import type { ReferenceContext } from './references/referenceContext';
import { renameVariable } from './renameVariable';
import { resolveConflictsSteps, type ResolveConflictsInput } from './resolveConflicts';
import {
  restoreDefaultsSteps,
  restoreDefaultSteps,
  type RestoreDefaultInput,
  type RestoreDefaultsInput,
} from './restoreDefault';
import { setFieldSteps, type SetFieldInput } from './setField';
import { longestDocument } from './text/longestDocument';
import { TextTooLargeError } from './TextTooLargeError';

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
  /** For the sides of conflicts, which somebody asked for: however large the text is. */
  restoreDefaults: (input: RestoreDefaultsInput) => string;
  readFields: (input: ReadFieldsInput) => readonly ValuesField[];
  readScalars: (input: ReadScalarsInput) => ReadScalars;
  setField: (input: SetFieldInput) => { readonly text: string };
  diffValues: (input: { readonly base: string; readonly current: string }) => ValuesDiff;
  mergeValues: (input: MergeValuesInput) => MergeResult;
  resolveConflicts: (input: ResolveConflictsInput) => string | null;
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
  listPackValues: (input: ListPackValuesInput) => PackValueList;
  readPackValue: (input: ReadPackValueInput) => PackValue | null;
}

export type TaskName = keyof TaskFunctions;
export type TaskInput<Name extends TaskName> = Parameters<TaskFunctions[Name]>[0];
export type TaskOutput<Name extends TaskName> = ReturnType<TaskFunctions[Name]>;

/** Work in steps, between which somebody else may have a turn. */
export interface TaskSteps<Output> {
  readonly next: () => { done?: false; value: unknown } | { done: true; value: Output };
}

export interface TaskOptions {
  /**
   * A text with a longer document, in UTF-16 code units, is worked on only with `force`: checks then find
   * `manifest-large`, and what else reads values by itself throws a `TextTooLargeError`. Merging and pasting
   * are asked for, so they are always done. @default no limit
   */
  readonly largeText?: number | undefined;
}

type Tasks = {
  readonly [Name in TaskName]: (
    input: TaskInput<Name>,
    options: TaskOptions,
  ) => TaskSteps<TaskOutput<Name>>;
};

const tasks: Tasks = {
  applyPreset: (input, options) =>
    unlessLarge([input.text, input.base], options, () => applyPresetSteps(input)),
  readPresetStates: (input, options) =>
    unlessLarge([input.text, input.base], options, () => readPresetStatesSteps(input)),
  applyOverrides: (input) => applyOverridesSteps(input),
  restoreDefault: (input, options) =>
    unlessLarge([input.text, input.base], options, () => restoreDefaultSteps(input)),
  restoreDefaults: (input) => restoreDefaultsSteps(input),
  readFields: (input, options) => unlessLarge([input.text], options, () => readFieldsSteps(input)),
  readScalars: (input) => readScalarsSteps(input),
  setField: (input, options) => unlessLarge([input.text], options, () => setFieldSteps(input)),
  diffValues: ({ base, current }, options) =>
    unlessLarge([base, current], options, () => diffValuesSteps(base, current)),
  mergeValues: (input) => mergeValuesSteps(input),
  resolveConflicts: (input) => resolveConflictsSteps(input),
  checkValues: (input, options) =>
    check(input, options, () => checkValuesSteps(input.text, input.options)),
  checkManifest: (input, options) =>
    check(input, options, () => checkManifestSteps(input.text, input.options)),
  checkVariables: ({ variables }) => whole(() => checkVariablePatterns(variables)),
  checkRegex: (input) => whole(() => checkRegex(input)),
  renameVariable: ({ text, from, to }) => whole(() => renameVariable(text, from, to)),
  listPackValues: (input) => listPackValuesSteps(input),
  readPackValue: (input) => readPackValueSteps(input),
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
  if (force || !isLarge(text, largeText)) return start();
  return whole(() => [
    { code: 'manifest-large', severity: 'info', from: 0, to: 0, path: [], params: {} },
  ]);
}

/** Work on values, unless one of the texts is too large to be taken in one go. */
function unlessLarge<Output>(
  texts: readonly string[],
  { largeText = Infinity }: TaskOptions,
  start: () => Generator<undefined, Output>,
): TaskSteps<Output> {
  if (!texts.some((text) => isLarge(text, largeText))) return start();
  throw new TextTooLargeError(`A document of more than ${largeText} characters.`);
}

/** Documents are read one after the other, with pauses between, so only the longest counts. */
function isLarge(text: string, largeText: number): boolean {
  return text.length > largeText && longestDocument(text) > largeText;
}
