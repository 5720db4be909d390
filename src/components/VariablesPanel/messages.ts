import type { VariableFaultCode } from '../../model/variableChecks';
import type { VariableFormat, VariableInputType } from '../../model/variables';

/** Words of the panel of profile variables. */
export const variablesPanelMessages = {
  /** Heading, and name of the list for screen readers. */
  title: 'Variables',
  /** Under the heading. */
  intro: 'Values that are set when a cluster is deployed. They are asked for in this order.',
  /** Button that closes the panel. */
  close: 'Close variables',
  /** Buttons that open the form, and its headings. */
  create: 'Create variable',
  createTitle: 'Create variable',
  edit: (name: string) => `Edit ${name}`,
  editTitle: (name: string) => `Edit ${name}`,
  /** In place of an empty list: heading, what a variable is, and how it is used. */
  none: 'No variables yet',
  noneWhat:
    'A variable is a value that is left open in the profile and set when a cluster is deployed, such as a region or a password. So one profile serves many clusters.',
  noneHow: 'Refer to it in the values or the manifest of any layer, in quotes:',
  /** The name in that example. */
  exampleName: 'name',

  /** In the row of a variable. */
  defaultIs: (value: string) => `Default: ${value}`,
  maskedDefault: 'Default set, masked',
  usedIn: (layers: readonly string[]) =>
    layers.length === 1
      ? `Used in 1 layer: ${layers.join('')}`
      : `Used in ${layers.length} layers: ${layers.join(', ')}`,
  notUsed: 'Not used yet',
  /** In place of an empty name. */
  unnamed: '(no name)',
  /** Badges. */
  required: 'Required',
  hidden: 'Hidden',
  readOnly: 'Read-only',
  masked: 'Masked',
  /** Buttons of a variable. */
  copy: 'Copy',
  copied: 'Copied',
  copyReference: (reference: string) => `Copy ${reference}`,
  moveUp: (name: string) => `Move up ${name}`,
  moveDown: (name: string) => `Move down ${name}`,
  remove: (name: string) => `Delete ${name}`,
  /** Read out after a change, and notices. */
  wasCopied: (reference: string) => `${reference} was copied.`,
  copyFailed: 'The browser did not allow copying. Select the reference and copy it:',
  created: (name: string) => `“${name}” was created.`,
  changed: (name: string) => `“${name}” was changed.`,
  moved: (name: string, position: number, count: number) =>
    `“${name}” moved to position ${position} of ${count}.`,
  removed: (name: string) => `“${name}” was deleted.`,
  restored: (name: string) => `“${name}” is back.`,
  /** Asks before a variable that is used is deleted. */
  removeTitle: (name: string) => `Delete “${name}”?`,
  removeUsed: (layers: readonly string[]) =>
    `It is used in ${layers.length === 1 ? '1 layer' : `${layers.length} layers`}: ${layers.join(', ')}. The references stay in the texts and are errors until you change them.`,
  removeKeep: 'Keep',
  removeConfirm: 'Delete',
  /** Asks before what was typed into the form is given up. */
  leaveTitle: 'Discard your changes?',
  leave: 'What you entered for this variable is not kept yet.',
  leaveKeep: 'Keep editing',
  leaveDiscard: 'Discard',
  /** Something was typed for a variable, and left before it was created or changed. */
  begun: (name: string) => `You began the variable “${name}”. It is not created yet.`,
  begunChange: (name: string) => `You began to change “${name}”. The change is not applied yet.`,
  begunContinue: 'Continue',
  begunDiscard: 'Discard',
  /** … and something else is opened, which asks first. */
  begunLeave: (name: string) => `What you entered for “${name}” is not kept when you go on.`,

  /** Labels of the form, and of findings in the list. */
  fields: {
    name: 'Name',
    displayName: 'Display name',
    description: 'Description',
    format: 'Format',
    inputType: 'Input',
    options: 'Options',
    regex: 'Pattern',
    isRequired: 'Required',
    defaultValue: 'Default value',
    isSensitive: 'Masked',
    isHidden: 'Hidden',
    isReadOnly: 'Read-only',
  },
  /** Below *Name*; the reference stands behind the first. */
  nameHint: 'Letters, digits, _ and -. Layers refer to it as',
  /** Below *Name* once it is another one than before. */
  renameFollows: (layers: readonly string[]) =>
    layers.length === 1
      ? `The references in ${layers.join('')} change with it.`
      : `The references in ${layers.length} layers change with it: ${layers.join(', ')}.`,
  /** Below the other fields. */
  displayNameHint: 'Shown at deployment instead of the name.',
  descriptionHint: 'Shown below the field at deployment.',
  formatFixed: 'Fixed since the profile was saved. For another format, create another variable.',
  regexHint: 'A regular expression (RE2) that the value must match. Anchor it with ^ and $.',
  dropdownDefaultHint: 'Chosen when the form of the deployment opens.',
  noDefault: 'No default',
  chooseDefault: 'Choose an option',
  notAnOption: (value: string) => `${value} (not an option)`,
  maskedValue: '••••••••',
  /** Buttons at a masked default. */
  show: 'Show',
  hide: 'Hide',
  showDefault: 'Show default value',
  hideDefault: 'Hide default value',
  /** Below a masked default of several lines. */
  showToEdit: 'Show it to change it.',
  /** Legend over the check boxes, and what each means. */
  behaviour: 'At deployment',
  isRequiredHint: 'No cluster is deployed without a value.',
  isHiddenHint: 'Not asked for: clusters get the default value.',
  isReadOnlyHint: 'Shown, but not to be changed there.',
  isSensitiveHint: 'Shown as asterisks wherever it is used. Exports leave it out.',
  /** The options of a dropdown. */
  optionsHint: 'What can be chosen, in this order. Without a label, the value is shown.',
  option: (position: number) => `Option ${position}`,
  optionValue: 'Value',
  optionLabel: 'Label',
  optionDescription: 'Description',
  addOption: 'Add option',
  moveOptionUp: (position: number) => `Move up option ${position}`,
  moveOptionDown: (position: number) => `Move down option ${position}`,
  removeOption: (position: number) => `Remove option ${position}`,
  optionMoved: (position: number, count: number) => `Moved to position ${position} of ${count}.`,
  optionRemoved: (position: number) => `Option ${position} was removed.`,
  /** Buttons below the form. */
  cancel: 'Cancel',
  submitNew: 'Create',
  submitChange: 'Apply',
  checking: 'Checking …',

  /** The preview. */
  preview: 'Preview',
  previewHint: 'How it will look when a cluster is deployed. Try it: nothing here is kept.',
  previewHidden: 'Hidden at deployment. Every cluster gets the default value:',
  previewHiddenEmpty: 'Hidden at deployment. Without a default value, it is left empty.',
  previewUnnamed: 'Display name',
  previewChoose: 'Choose …',
  previewRequired: 'A value is required.',
  previewNoMatch: (regex: string) => `This does not match the pattern ${regex}.`,

  /** Names of the formats and inputs. */
  formats: {
    string: 'String',
    number: 'Number',
    boolean: 'Boolean',
    ipv4: 'IPv4',
    ipv4cidr: 'IPv4 CIDR',
    ipv6: 'IPv6',
    version: 'Version',
    base64: 'Base64',
  } satisfies Record<VariableFormat, string> as Record<VariableFormat, string>,
  inputTypes: {
    text: 'Text',
    multiline: 'Multi-line text',
    dropdown: 'Dropdown',
  } satisfies Record<VariableInputType, string> as Record<VariableInputType, string>,
  /** What a format wants, where a value does not suit it; also below *Format*. */
  formatAdvice: {
    string: 'Enter any text.',
    number: 'Enter a number, such as 3 or 1.5.',
    boolean: 'Enter true or false.',
    ipv4: 'Enter an IPv4 address, such as 10.0.0.1.',
    ipv4cidr: 'Enter a block of IPv4 addresses, such as 10.0.0.0/16.',
    ipv6: 'Enter an IPv6 address, such as 2001:db8::1.',
    version: 'Enter a semantic version, such as 1.2.3.',
    base64: 'Enter Base64 text, such as aGVsbG8=.',
  } satisfies Record<VariableFormat, string> as Record<VariableFormat, string>,
  /** What is wrong, and what to do. Where a value does not suit its format, the format's advice is all. */
  faults: {
    'name-missing': () => 'Enter a name.',
    'name-malformed': () =>
      'Use letters, digits, _ and - only, and begin with a letter, a digit or _.',
    'name-taken': ({ name = '' }) => `Another variable has the name “${name}”. Choose another one.`,
    'display-name-taken': ({ other = '' }) =>
      `The variable “${other}” has this display name. Choose another one.`,
    'options-missing': () => 'Add at least one option.',
    'option-value-missing': () => 'Enter a value, or remove the option.',
    'option-value-taken': () => 'Another option has this value. Change one of them.',
    'options-in-clear': () =>
      'The options of a dropdown can be read by everybody. For a secret, use the input Text.',
    'multiline-format': () => 'A value of this format has one line: the input Text is enough.',
    'default-missing-dropdown': () => 'A dropdown needs a default value. Choose an option.',
    'default-missing-hidden': () =>
      'It is required, but hidden: enter a default value, since nobody is asked for one.',
    'default-missing-read-only': () =>
      'It is read-only: enter a default value, since nobody can enter one at deployment.',
    'default-missing-required': () =>
      'It is required: some versions of the API want a default value as well.',
    'default-not-an-option': () => 'The default value is not among the options. Choose one.',
    'default-masked': () =>
      'The asterisks stand for a masked value that was not handed out. Enter the value again.',
    'default-nested': () =>
      'A reference in a default value is not resolved. Enter the value itself.',
    'default-lines': () =>
      'The value has several lines: choose the input Multi-line text, or make it one line.',
  } satisfies Record<OtherFault, FaultText> as Record<OtherFault, FaultText>,
  /** At *Pattern*: not a regular expression of RE2. */
  regexInvalid:
    'This is not a regular expression of RE2, which has no look-around and no back-references. Correct it.',
  /** At *Default value*: it does not match the pattern. */
  regexNoMatch: 'The default value does not match the pattern. Change one of them.',
  /** At *Pattern*: it could not be checked; it stops nobody. */
  regexUnchecked: 'The pattern could not be checked here. You can go on.',
};

type OtherFault = Exclude<
  VariableFaultCode,
  'default-format' | 'option-format' | 'regex-unreadable' | 'default-regex'
>;
type FaultText = (params: Readonly<Record<string, string>>) => string;

export type VariablesPanelMessages = typeof variablesPanelMessages;
