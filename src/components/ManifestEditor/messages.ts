/** Words of the text editor. */
export const manifestEditorMessages = {
  /** What is loading until the editor is there, for screen readers. */
  editor: 'the editor',
  /** Under the editor while it has the focus, and read out with its name. */
  tabHint: 'Tab indents. To leave the editor, press Escape, then Tab.',
  /** Under a text that cannot be changed, and read out with its name. */
  readOnly: 'Read-only',
  /** Heading over the plain text field, when the editor could not be loaded or failed. */
  failed: 'The editor could not be loaded.',
  /** Under that heading. */
  failedAdvice: 'Go on in the plain text field below, or try again. Nothing you typed is lost.',
  /** Under that heading, where a plain text field would change the text. */
  failedReadOnly:
    'This text mixes several kinds of line ends, which a plain text field would change. It can be read here; try again to edit it.',
  /** Button under the editor that lists its keys, and the name of that list. */
  keys: 'Keys',
  keyList: 'Keys of the editor',
  /** In it: what keys do. */
  keyActions: {
    indent: 'Indent or outdent lines',
    leave: 'Leave the editor',
    complete: 'Complete a reference',
    hint: 'Explain the value or reference at the cursor',
    problems: 'Next or previous problem',
    repair: 'Repair the problem at the cursor',
    problemList: 'List the problems',
    makeVariable: 'Make a variable of the value at the cursor',
    comment: 'Comment lines in or out',
    moveLine: 'Move lines up or down',
    search: 'Search and replace',
    fold: 'Fold or unfold',
    undo: 'Undo or redo',
  },
  /** In it: names of keys, and what stands between two that are alternatives or follow each other. */
  keyNames: { Ctrl: 'Ctrl', Alt: 'Alt', Shift: 'Shift', Tab: 'Tab', Escape: 'Esc', Space: 'Space' },
  keysOr: 'or',
  keysThen: 'then',
  /** Name of the list of problems under the editor. */
  problems: 'Problems',
  /** On the button that opens and closes it, where there are no errors and no warnings. */
  noteCount: (count: number) => (count === 1 ? '1 note' : `${count} notes`),
  /** Tooltip of that button. */
  problemKeys: 'F8 goes to the next problem, Shift-F8 to the one before',
  /** In the list, in front of a problem: where it is. */
  problemLine: (line: number) => `Line ${line}`,
  /** Under the list, when it does not show all. */
  moreProblems: (count: number) => (count === 1 ? '1 more' : `${count} more`),
  /** Read out in the editor when problems were found or are gone. */
  problemsFound: (errors: number, warnings: number) =>
    [
      errors === 0 ? '' : errors === 1 ? '1 error' : `${errors} errors`,
      warnings === 0 ? '' : warnings === 1 ? '1 warning' : `${warnings} warnings`,
    ]
      .filter((part) => part !== '')
      .join(', ') || 'No problems',
  /** Said after a repair that came too late. */
  fixOutdated: 'The text has changed there. Wait until it is checked again.',
  /** Button at a selected value. */
  makeVariable: 'Make a variable of this value',
  /** Completion: what the kinds of references stand for. */
  referenceSpaces: {
    var: 'Variables of this profile, set when a cluster is deployed',
    macro: 'Macros of the project or the tenant',
    system: 'What Palette knows about the cluster and its surroundings',
    pack: 'Values of other packs in this profile',
  },
  /** Completion: about a variable that nobody described. */
  variableWithoutDescription: 'Variable of this profile',
  /** Completion and hints: what a variable is unless something else is entered, and where it is nothing. */
  variableDefault: (value: string) => `Default: ${value}`,
  variableNoDefault: 'No default',
  /** In place of a value that is not to be seen. */
  masked: '••••••••',
  /** What is shown and read out when a hint is asked for where there is none. */
  noHint: 'Nothing is known about this place.',
  /** Hints: what the pack says of a value, beside its own hints. */
  schema: {
    required: 'Required',
    readOnly: 'Fixed by the pack',
    /** Its form, by the type that the pack names. */
    types: {
      string: 'A text',
      number: 'A number',
      boolean: 'true or false',
      password: 'A password',
      list: 'One of the options',
      ipv4: 'An IPv4 address, such as 10.0.0.1',
      version: 'A version, such as 1.2.3',
    },
    range: (min: number, max: number) => `A number between ${min} and ${max}`,
    options: (options: string) => `One of: ${options}`,
    pattern: (pattern: string) => `A text that matches ${pattern}`,
    composite: (format: string) => `Of the form ${format}`,
  },
  /** Completion: about a macro; its value is not shown. */
  macro: 'Macro of the project or the tenant',
  /** Completion: about a pack and one of its values. */
  pack: (name: string) => `Values of the pack ${name}`,
  packValue: (pack: string, path: string) =>
    `What ${path} is in the values of ${pack}; an empty text where it is not set`,
  packMap: (pack: string, path: string) => `Values under ${path} of the pack ${pack}`,
  /** Completion and hints: what such a value is at the moment. */
  packValueNow: (value: string) => `Now: ${value}`,
  /** Completion: what the system macros stand for. */
  systemMacros: {
    'user.name': 'Name of the user who deploys the cluster',
    'user.uid': 'Unique id of the user who deploys the cluster',
    'user.email': 'E-mail address of the user who deploys the cluster',
    'tenant.uid': 'Unique id of the tenant',
    'project.name': 'Name of the project the cluster is in',
    'project.uid': 'Unique id of the project the cluster is in',
    'clusterprofile.name': 'Name of the profile this layer is in',
    'clusterprofile.uid': 'Unique id of the profile this layer is in',
    'clusterprofile.version': 'Version of the profile this layer is in',
    'clusterprofile.infra.name': 'Name of the infrastructure profile of the cluster',
    'clusterprofile.infra.uid': 'Unique id of the infrastructure profile of the cluster',
    'clusterprofile.infra.version': 'Version of the infrastructure profile of the cluster',
    'cluster.name': 'Name of the cluster',
    'cluster.uid': 'Unique id of the cluster',
    'cluster.kubevip': 'Virtual IP address of the Kubernetes API (Edge and vSphere only)',
    'cloudaccount.name': 'Name of the cloud account the cluster is deployed with',
    'cloudaccount.uid': 'Unique id of the cloud account the cluster is deployed with',
    'kubernetes.version': 'Version of Kubernetes in the cluster, such as 1.33.9',
    'reverseproxy.server': 'Host name of the reverse proxy to the cluster',
    'reverseproxy.port': 'Port of the reverse proxy to the cluster',
    'reverseproxy.protocol': 'Protocol of the reverse proxy to the cluster',
    'reverseproxy.vhostport': 'Port of the virtual host of the reverse proxy',
    'cloud.type': 'Type of the cloud, such as aws or vsphere',
    'cloud.region': 'Region of the cloud the cluster is in',
  } as Readonly<Record<string, string>>,
  /** Words inside the editor: its search panel, folding and what it reads out. `$` is a number. */
  phrases: {
    /** Search panel: placeholder and name of the search field. */
    Find: 'Find',
    /** Search panel: placeholder and name of the replacement field. */
    Replace: 'Replace',
    /** Search panel: buttons. */
    next: 'Next',
    previous: 'Previous',
    all: 'All',
    replace: 'Replace',
    'replace all': 'Replace all',
    /** Search panel: name of the button that closes it. */
    close: 'Close',
    /** Search panel: check boxes. */
    'match case': 'Match case',
    'by word': 'Whole words',
    regexp: 'Regular expression',
    /** Read out after searching and replacing. */
    'current match': 'current match',
    'on line': 'on line',
    'replaced match on line $': 'replaced match on line $',
    'replaced $ matches': 'replaced $ matches',
    /** Panel that jumps to a line. */
    'Go to line': 'Go to line',
    go: 'Go',
    /** Folding: tooltips of the markers, and what is read out. */
    'Fold line': 'Fold',
    'Unfold line': 'Unfold',
    'Folded lines': 'Folded lines',
    'Unfolded lines': 'Unfolded lines',
    to: 'to',
    /** Folding: name and tooltip of what stands for folded text. */
    'folded code': 'folded text',
    unfold: 'Unfold',
    /** Read out after a deletion. */
    'Selection deleted': 'Selection deleted',
    /** Name of the list of completions. */
    Completions: 'Completions',
    /** Name of the sign that stands for a character that cannot be seen. */
    'Control character': 'Control character',
  },
};

export type ManifestEditorMessages = typeof manifestEditorMessages;
