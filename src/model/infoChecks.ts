import { profileInfoSchema, type ProfileInfoValues } from './profileInfo';

/** What the backend said against name or version when saving; holds while both stay as they were. */
export interface NameRefusal {
  readonly name: string;
  readonly version: string;
  readonly reason: 'taken' | 'invalid';
  readonly field: 'name' | 'version';
  readonly serverMessage: string | null;
  /** An earlier try lost its answer, so the profile found may be our own. */
  readonly mayBeOurs: boolean;
}

/** Basic information as it stands, with what the backend said of it. */
export interface InfoState {
  readonly info: ProfileInfoValues;
  readonly nameRefusal: NameRefusal | null;
}

export interface InfoDiagnostic {
  readonly code: 'info-invalid' | 'name-taken' | 'name-refused';
  readonly severity: 'error';
  /** Faults of the form carry the schema's message; the user interface shows them at the field. */
  readonly message: string | null;
  /** What of basic information it is about. */
  readonly field: keyof ProfileInfoValues;
  readonly refusal: NameRefusal | null;
}

/** Findings about basic information. */
export function checkInfo(state: InfoState): readonly InfoDiagnostic[] {
  const parsed = profileInfoSchema.safeParse(state.info);
  if (!parsed.success) {
    return parsed.error.issues.map((issue) => ({
      code: 'info-invalid',
      severity: 'error',
      message: issue.message,
      field: fieldOf(issue.path),
      refusal: null,
    }));
  }
  const refusal = currentNameRefusal(state);
  if (refusal === null) return [];
  const code = refusal.reason === 'taken' ? 'name-taken' : 'name-refused';
  return [{ code, severity: 'error', message: null, field: refusal.field, refusal }];
}

/** Faults of the whole form do not exist; the name is where it begins. */
function fieldOf([first]: readonly PropertyKey[]): keyof ProfileInfoValues {
  return FIELDS.find((field) => field === first) ?? 'name';
}

const FIELDS: readonly (keyof ProfileInfoValues)[] = [
  'name',
  'version',
  'description',
  'type',
  'tags',
];

/** The refusal, as long as name and version are the refused ones. */
export function currentNameRefusal(state: InfoState): NameRefusal | null {
  const { nameRefusal, info } = state;
  if (nameRefusal === null) return null;
  const parsed = profileInfoSchema.safeParse(info);
  return parsed.success &&
    parsed.data.name === nameRefusal.name &&
    parsed.data.version === nameRefusal.version
    ? nameRefusal
    : null;
}
