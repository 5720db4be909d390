import { zodResolver } from '@hookform/resolvers/zod';
import { useEffect, useMemo } from 'react';
import { useForm, type UseFormReturn } from 'react-hook-form';
import { useStableCallback } from '../internal/useStableCallback';
import {
  createProfileInfoSchema,
  emptyProfileInfo,
  type ProfileInfo,
  type ProfileInfoFaultMessages,
  type ProfileInfoValues,
} from '../model/profileInfo';
import type { ProfileType } from '../model/layers';

export interface UseProfileInfoFormOptions {
  /** What the fields start with. Later changes are ignored. @default empty, version `1.0.0` */
  readonly defaultValues?: ProfileInfoValues | undefined;
  /** Called with every change of a field, faults included. */
  readonly onValuesChange?: ((values: ProfileInfoValues) => void) | undefined;
  /** Texts of the faults. @default English; keep the object stable */
  readonly faultMessages?: Partial<ProfileInfoFaultMessages> | undefined;
  /** @default all types; keep the array stable */
  readonly allowedTypes?: readonly ProfileType[] | undefined;
}

export type ProfileInfoForm = UseFormReturn<ProfileInfoValues, unknown, ProfileInfo>;

/** The form of basic information: react-hook-form over the schema of `./model`. */
export function useProfileInfoForm({
  defaultValues,
  onValuesChange,
  faultMessages,
  allowedTypes,
}: UseProfileInfoFormOptions = {}): ProfileInfoForm {
  const resolver = useMemo(
    () => zodResolver(createProfileInfoSchema(faultMessages, { allowedTypes })),
    [faultMessages, allowedTypes],
  );
  const form = useForm<ProfileInfoValues, unknown, ProfileInfo>({
    defaultValues: defaultValues ?? emptyProfileInfo(),
    resolver,
    mode: 'onTouched',
  });
  const { subscribe } = form;
  const report = useStableCallback((values: ProfileInfoValues) => onValuesChange?.(values));
  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback: ({ values }) => {
          report(values);
        },
      }),
    [subscribe, report],
  );
  return form;
}
