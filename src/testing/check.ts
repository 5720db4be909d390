import { isProfileError, type ProfileErrorCode } from '../model/ProfileError';

/** Fails the test with a message that says what an adapter did and what it should do. */
export function check(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

/** Compares by structure. Absent and undefined properties are the same. */
export function checkEqual(actual: unknown, expected: unknown, what: string): void {
  const path = firstDifference(actual, expected, '');
  if (path === null) return;
  throw new Error(
    `${what} differs${path === '' ? '' : ` at ${path}`}: ` +
      `expected ${show(at(expected, path))}, got ${show(at(actual, path))}.`,
  );
}

/** Awaits a rejection with one of the codes. Fails on an answer, and on any other rejection. */
export async function checkRejects(
  answer: Promise<unknown>,
  codes: ProfileErrorCode | readonly ProfileErrorCode[],
  call: string,
): Promise<void> {
  const outcome = await outcomeOf(answer);
  if (outcome.kind === 'rejected') checkRejection(outcome.thrown, codes, call);
  else throw new Error(`${call} must reject with ${quoted(codes)}, but it answered.`);
}

/** What a call rejected with is a `ProfileError` with one of the codes, and a message. */
export function checkRejection(
  thrown: unknown,
  codes: ProfileErrorCode | readonly ProfileErrorCode[],
  call: string,
): void {
  check(
    isProfileError(thrown),
    `${call} must reject with a ProfileError, but it rejected with ${show(thrown)}.`,
  );
  check(
    [codes].flat().includes(thrown.code),
    `${call} must reject with ${quoted(codes)}, but the code is "${thrown.code}": ${thrown.message}`,
  );
  check(thrown.message !== '', `The ProfileError of ${call} has no message.`);
}

/** Whether it is a list. Unlike `Array.isArray` this takes no type for granted, and changes none. */
export function isList(value: unknown): boolean {
  return Array.isArray(value);
}

/** How a call ended. */
export type Outcome<Answer> =
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'rejected'; readonly thrown: unknown };

export function outcomeOf<Answer>(answer: Promise<Answer>): Promise<Outcome<Answer>> {
  return answer.then(
    (value) => ({ kind: 'answered', answer: value }),
    (thrown: unknown) => ({ kind: 'rejected', thrown }),
  );
}

function firstDifference(actual: unknown, expected: unknown, path: string): string | null {
  if (Object.is(actual, expected)) return null;
  if (!isObject(actual) || !isObject(expected)) return path;
  if (Array.isArray(actual) !== Array.isArray(expected)) return path;
  for (const key of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
    const inner = path === '' ? key : `${path}.${key}`;
    const difference = firstDifference(actual[key], expected[key], inner);
    if (difference !== null) return difference;
  }
  return null;
}

function at(value: unknown, path: string): unknown {
  if (path === '') return value;
  return path
    .split('.')
    .reduce<unknown>((node, key) => (isObject(node) ? node[key] : undefined), value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function show(value: unknown): string {
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  const text =
    value === undefined || typeof value === 'function' ? typeof value : JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

function quoted(codes: ProfileErrorCode | readonly ProfileErrorCode[]): string {
  return [codes]
    .flat()
    .map((code) => `"${code}"`)
    .join(' or ');
}
