/** Why a request to the backend failed. */
export type ProfileErrorCode =
  | 'aborted'
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'invalid'
  | 'rate-limited'
  | 'unavailable'
  | 'unknown';

export interface ProfileErrorOptions {
  /** Whether the same request may succeed later. @default true for `rate-limited` and `unavailable` */
  readonly retryable?: boolean | undefined;
  /** What the server said, for people. Shown as plain text below our own message. */
  readonly serverMessage?: string | undefined;
  /** The field at fault, where the server names one. */
  readonly field?: 'name' | 'version' | undefined;
  /** How long to wait before the next try, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
  readonly cause?: unknown;
}

/** A `ProfileError` as it is kept in state: serialisable. */
export interface ProfileErrorInfo {
  readonly code: ProfileErrorCode;
  readonly retryable: boolean;
  readonly serverMessage: string | null;
  readonly field: 'name' | 'version' | null;
}

const RETRYABLE: ReadonlySet<ProfileErrorCode> = new Set(['rate-limited', 'unavailable']);
const CODES: ReadonlySet<string> = new Set<ProfileErrorCode>([
  'aborted',
  'unauthorized',
  'forbidden',
  'not-found',
  'conflict',
  'invalid',
  'rate-limited',
  'unavailable',
  'unknown',
]);

/** The one error type that crosses the adapter boundary. `message` is for logs; `code` decides what users read. */
export class ProfileError extends Error {
  override readonly name = 'ProfileError';
  readonly code: ProfileErrorCode;
  readonly retryable: boolean;
  readonly serverMessage: string | null;
  readonly field: 'name' | 'version' | null;
  readonly retryAfterMs: number | null;

  constructor(code: ProfileErrorCode, message: string, options: ProfileErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.retryable = options.retryable ?? RETRYABLE.has(code);
    this.serverMessage = options.serverMessage ?? null;
    this.field = options.field ?? null;
    this.retryAfterMs = options.retryAfterMs ?? null;
  }
}

const STATUS_CODES: Readonly<Record<number, ProfileErrorCode>> = {
  400: 'invalid',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  422: 'invalid',
  429: 'rate-limited',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
};

/**
 * The code for an HTTP status. 500 is `unknown`: some backends answer faults of the request with it,
 * so it does not mean that the server is down.
 */
export function profileErrorCodeOfStatus(status: number): ProfileErrorCode {
  return STATUS_CODES[status] ?? 'unknown';
}

/** Structural, because `instanceof` fails across realms and duplicated copies of the package. */
export function isProfileError(value: unknown): value is ProfileError {
  if (!isNamed(value, 'ProfileError')) return false;
  const { code } = value as { code?: unknown };
  return typeof code === 'string' && CODES.has(code);
}

/** Makes a `ProfileError` of whatever was thrown: aborts become `aborted`, the rest `unknown`. */
export function toProfileError(thrown: unknown): ProfileError {
  if (isProfileError(thrown)) return thrown;
  if (isNamed(thrown, 'AbortError')) {
    return new ProfileError('aborted', 'The request was cancelled.', { cause: thrown });
  }
  return new ProfileError(
    'unknown',
    'The adapter rejected with something else than a ProfileError.',
    {
      cause: thrown,
    },
  );
}

/** The part of an error that state keeps. */
export function toProfileErrorInfo(thrown: unknown): ProfileErrorInfo {
  // Recognised by its structure, so its fields may hold anything.
  const {
    code,
    retryable,
    serverMessage,
    field,
  }: Record<keyof ProfileErrorInfo, unknown> & {
    readonly code: ProfileErrorCode;
  } = toProfileError(thrown);
  return {
    code,
    retryable: retryable === true,
    serverMessage: typeof serverMessage === 'string' && serverMessage !== '' ? serverMessage : null,
    field: field === 'name' || field === 'version' ? field : null,
  };
}

function isNamed(value: unknown, name: string): value is { readonly name: string } {
  return typeof value === 'object' && value !== null && 'name' in value && value.name === name;
}
