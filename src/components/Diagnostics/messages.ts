import type { ErrorCode } from 'yaml';
import type { DiagnosticCode } from '../../model/diagnostics';
import type { TextFix } from '../../model/textDiagnostic';
import type { FormatWords } from './formatInWords';

/**
 * What a sentence is made of: the diagnostic's own parameters and, where they are known, `path` (of the
 * value, such as `cluster.replicas`) and `cloud` (the cloud type's name). `schema-format` also gets
 * `words` (its format in words) and `example`.
 */
export type DiagnosticParams = Readonly<Record<string, string>>;

/** A sentence, or how it is made. */
export type DiagnosticMessage = string | ((params: DiagnosticParams) => string);

const system = (name: string) => `{{.spectro.system.${name}}}`;

/** What is wrong, by the code of the diagnostic, and what to do about it. */
const sentences = {
  'pack-missing': 'No pack is chosen.',
  'pack-name-missing': 'The name of the pack is missing.',
  'version-missing': ({ pack = '' }) => `No version of ${pack} is chosen.`,
  'values-missing': ({ pack = '' }) =>
    `The values of ${pack} are not loaded yet. Open the layer and wait, or try again there.`,
  'cloud-type-mismatch': ({ pack = '', version = '', cloud = '' }) =>
    `${pack} ${version} does not work on ${cloud}. Choose another version or pack.`,
  'pack-deprecated': ({ pack = '' }) =>
    `${pack} is deprecated. Choose its successor where you can.`,
  'manifest-name-missing': 'A manifest has no name.',
  'manifest-name-taken': ({ manifest = '' }) => `Two manifests are named “${manifest}”.`,
  'manifest-empty': ({ manifest = '' }) => `The manifest “${manifest}” is empty.`,
  'dependency-missing': ({ pack = '', needsName = '', range = '' }) =>
    `${pack} needs ${join(needsName, range)}, which is not in this profile. Add it, or choose another pack.`,
  'dependency-version': ({ pack = '', needsName = '', range = '', found = '' }) =>
    `${pack} needs ${join(needsName, range)}, but ${found} is chosen. Choose another version of either.`,
  'dependency-not-supported': ({ pack = '', needsName = '', found = '' }) =>
    `${pack} does not work with ${join(needsName, found)}. Choose another version or pack.`,
  'merge-undecided': ({ count = '' }) =>
    count === '1'
      ? 'One of your edits contradicts the new version. Decide which to keep.'
      : `${count} of your edits contradict the new version. Decide which to keep.`,

  'preset-unknown': ({ preset = '' }) =>
    `This version has no preset “${preset}”. Choose one that it has.`,
  'yaml-syntax': 'This is not valid YAML.',
  'yaml-duplicate-key': ({ key = '' }) =>
    key === ''
      ? 'This key stands here a second time.'
      : `The key “${key}” stands here a second time.`,
  'yaml-tab-indent': 'YAML is indented with spaces, not with tabs.',
  'yaml-several-documents':
    'Values are one YAML document, so “---” cannot begin another. Merge them into one.',
  'yaml-not-a-map': 'Values are keys with values, such as “replicas: 2”. This is something else.',
  'yaml-too-deep':
    'This is nested too deep to be checked, so it can only be used as it is. Take out the levels that are too many.',
  'yaml-too-large':
    'This text is too long to be checked, so it can only be used as it is. Divide it into several manifests, or shorten it.',
  'yaml-alias-bomb':
    'The aliases in this text would expand beyond all bounds, so it is not checked. Write the values out.',
  'yaml-prototype-key': ({ key = '' }) =>
    `“${key}” cannot be used as a key: some programs would take it for something else.`,

  'schema-required': ({ path = '' }) =>
    path === '' ? 'A value is required here.' : `${path} is required. Enter a value.`,
  'schema-readonly': ({ path = '' }) =>
    path === ''
      ? 'This value is fixed by the pack.'
      : `${path} is fixed by the pack and should keep its default.`,
  'schema-type': ({ path = '', expected = '', value = '' }) =>
    `${subject(path)} must be ${kindOf(expected)}${butIs(value)}.`,
  'schema-range': ({ path = '', min = '', max = '', value = '' }) =>
    `${subject(path)} must be between ${min} and ${max}${butIs(value)}.`,
  'schema-option': ({ path = '', options = '', value = '' }) =>
    `${subject(path)} must be one of: ${options}${butIs(value)}.`,
  'schema-pattern': ({ path = '', pattern = '', value = '' }) =>
    value === ''
      ? `${subject(path)} must match the pattern ${pattern}.`
      : `${subject(path)} must match the pattern ${pattern}, which “${value}” does not.`,
  'schema-format': ({ path = '', words = '', example = '', value = '' }) =>
    `${subject(path)} must be ${words}${example === '' ? '' : `, such as ${example}`}${butIs(value)}.`,
  'schema-unreadable': 'The rule of the pack for this value cannot be read, so it is not checked.',

  'reference-malformed':
    'This is no reference that can be replaced. Write it as “{{.spectro.var.name}}”, with two braces at each end.',
  'reference-variable-unknown': ({ name = '' }) =>
    `This profile has no variable “${name}”. Create it, or use another one.`,
  'reference-macro-unknown': ({ name = '' }) =>
    `There is no macro “${name}” in this project or tenant.`,
  'reference-system-unknown': ({ name = '' }) =>
    `There is no system macro “${name}”, such as ${system('cluster.name')}.`,
  'reference-system-unfit': ({ name = '', cloud = '' }) =>
    `${system(name)} has no value on ${cloud === '' ? 'this cloud type' : cloud}.`,
  'reference-pack-unknown': ({ name = '' }) => `No pack of this profile is named “${name}”.`,
  'reference-path-unknown': ({ name = '', pack = '' }) =>
    `${pack === '' ? 'That pack' : pack} has no value “${name}”, so this becomes an empty text.`,
  'reference-unquoted':
    'Put this reference in quotes: without them, YAML takes its braces for a map.',
  'reference-function':
    'Functions such as “| upper” work on macros only, not on variables of the profile.',
  'reference-nested': 'A reference cannot stand inside another one.',
  'reference-place': 'References are not replaced at this place. Write the value itself.',
  'secret-in-clear':
    'This password is in clear text in the profile. Use a masked variable instead.',
  'secret-masked': ({ path = '' }) =>
    `The asterisks stand for a secret that was not kept. Enter ${path === '' ? 'it' : path} again.`,

  'manifest-template':
    'This contains template expressions, so the YAML is only checked where it can be read.',
  'manifest-kind-missing': 'This object has no “kind”.',
  'manifest-api-version-missing': 'This object has no “apiVersion”.',
  'manifest-name-field-missing': 'This object has no “metadata.name”.',
  'manifest-namespace-missing': 'No namespace is named, so this object goes to “default”.',
  'manifest-namespace-invalid': ({ namespace = '' }) =>
    `“${namespace}” is no name of a namespace: lower-case letters, digits and hyphens, a letter or digit at both ends.`,
  'manifest-duplicate-object': ({ kind = '', name = '' }) =>
    `The ${kind === '' ? 'object' : kind} “${name}” is in this manifest more than once.`,
  'manifest-not-an-object': 'This is no Kubernetes object.',
  'manifest-large': 'This text is large, so it is checked on request only.',
} satisfies Record<DiagnosticCode, DiagnosticMessage>;

/** What a sentence about a value is about. */
function subject(path: string): string {
  return path === '' ? 'This' : path;
}

function butIs(value: string): string {
  return value === '' ? '' : `; “${value}” is not`;
}

function join(name: string, version: string): string {
  return version === '' ? name : `${name} ${version}`;
}

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  password: 'a text',
  list: 'one of the options',
  ipv4: 'an IPv4 address, such as 10.0.0.1',
  version: 'a version, such as 1.2.3',
};

function kindOf(type: string): string {
  return kinds[type] ?? `of type ${type}`;
}

/** Words about findings, wherever they are shown. */
export const diagnosticsMessages = {
  ...(sentences as Readonly<Record<DiagnosticCode, DiagnosticMessage>>),
  /** What is wrong with a YAML text, by the code of the parser `yaml`. Others get `yaml-syntax`. */
  yamlReasons: {
    ALIAS_PROPS: 'An alias cannot have an anchor or a tag of its own.',
    BAD_ALIAS: 'This alias is not valid, or the anchor it names does not stand above it.',
    BAD_COLLECTION_TYPE: 'The tag does not suit what follows it.',
    BAD_DIRECTIVE: 'This line beginning with “%” is no directive that YAML knows.',
    BAD_DQ_ESCAPE:
      'This “\\…” means nothing in double quotes. Write “\\\\” for a backslash, or use single quotes.',
    BAD_INDENT: 'The indentation does not fit the lines around it.',
    BAD_PROP_ORDER: 'Anchors and tags stand in front of the value, after “- ” or “: ”.',
    BAD_SCALAR_START: 'A value cannot begin with this character. Put it in quotes.',
    BLOCK_AS_IMPLICIT_KEY: 'This value needs a line of its own, or quotes around its “:”.',
    BLOCK_IN_FLOW: 'Inside of [ ] and { }, values stand in one line or in quotes.',
    DUPLICATE_KEY: 'This key stands here a second time.',
    IMPOSSIBLE: 'This cannot be read as YAML.',
    KEY_OVER_1024_CHARS: 'This key is too long. Is a “:” or a quote missing?',
    MISSING_CHAR: 'A character is missing here: a closing quote or bracket, a comma, or a “:”.',
    MULTILINE_IMPLICIT_KEY: 'A key stands in one line. Is a “:” missing in the line above?',
    MULTIPLE_ANCHORS: 'A value has one anchor at most.',
    MULTIPLE_DOCS: 'A second document begins here. Merge them into one.',
    MULTIPLE_TAGS: 'A value has one tag at most.',
    NON_STRING_KEY: 'Keys must be texts.',
    RESOURCE_EXHAUSTION: 'This is nested too deep to be read.',
    TAB_AS_INDENT: 'YAML is indented with spaces, not with tabs.',
    TAG_RESOLVE_FAILED: 'The value does not suit its tag, or nobody knows the tag.',
    UNEXPECTED_TOKEN: 'Something stands here that YAML does not expect. Are quotes missing?',
  } satisfies Record<ErrorCode, string> as Readonly<Record<string, string>>,
  /** Pieces of a composite format of a pack's schema, which `schema-format` gets as `words`. */
  formatWords: {
    string: 'a text',
    number: 'a number',
    numberRange: (min, max) => `a number from ${min} to ${max}`,
    boolean: 'true or false',
    ipv4: 'an IPv4 address',
    version: 'a version',
    options: (options) => `one of ${options}`,
    pattern: (pattern) => `a text that matches ${pattern}`,
    literal: (text) => `“${text}”`,
  } satisfies FormatWords as FormatWords,
  /** Buttons that repair what was found. */
  fixes: {
    'quote-reference': 'Put it in quotes',
    'replace-tabs': 'Replace tabs by spaces',
    'remove-duplicate-key': 'Remove this key',
    'choose-option': ({ option = '' }) => `Change it to “${option}”`,
  } satisfies Record<TextFix['code'], DiagnosticMessage> as Readonly<
    Record<TextFix['code'], DiagnosticMessage>
  >,
  /** In front of a sentence, for screen readers. */
  severities: { error: 'Error', warning: 'Warning', info: 'Information' },
};

export type DiagnosticsMessages = typeof diagnosticsMessages;
