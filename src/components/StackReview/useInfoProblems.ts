import { useMemo } from 'react';
import { checkInfo, type NameRefusal } from '../../model/infoChecks';
import { createProfileInfoSchema, type ProfileInfoValues } from '../../model/profileInfo';
import { useMessages } from '../ProfileBuilderProvider/BuilderContext';
import { profileInfoFormMessages } from '../ProfileInfoForm/messages';
import { stackReviewMessages } from './messages';
import type { Problem } from './Problem';

/** Findings about basic information in words, each with the way to its field. */
export function useInfoProblems(
  info: ProfileInfoValues,
  nameRefusal: NameRefusal | null,
): readonly Problem[] {
  const messages = useMessages('StackReview', stackReviewMessages);
  const { faults } = useMessages('ProfileInfoForm', profileInfoFormMessages);
  return useMemo(() => {
    const parsed = createProfileInfoSchema(faults).safeParse(info);
    // The same findings in the same order, but in the host's words.
    const faultTexts = parsed.success ? [] : parsed.error.issues.map((issue) => issue.message);
    return checkInfo({ info, nameRefusal }).map(({ severity, field, refusal }, index): Problem => ({
      severity,
      text:
        faultTexts[index] ??
        (refusal?.reason === 'taken'
          ? messages.nameTaken(refusal.name, refusal.version)
          : messages.nameRefused),
      place: messages.infoTitle,
      target: { stepId: 'info', field },
      targetName: messages.infoTitle,
    }));
  }, [faults, info, nameRefusal, messages]);
}
