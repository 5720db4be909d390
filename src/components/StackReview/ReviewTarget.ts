import type { TextPlace } from '../../model/diagnostics';
import type { ProfileInfoValues } from '../../model/profileInfo';
import type { WizardStepId } from '../../model/wizardState';
import type { ValuesPath } from '../../model/textDiagnostic';

/** A place of the flow that the review leads back to. */
export type ReviewTarget =
  | {
      readonly stepId: 'info';
      /** The field that something is wrong with. */
      readonly field?: keyof ProfileInfoValues | undefined;
    }
  | { readonly stepId: Exclude<WizardStepId, 'review' | 'layers' | 'info'> }
  | {
      readonly stepId: 'layers';
      /** Null for the profile stack. */
      readonly layerId: string | null;
      /** Where in a text of the layer. */
      readonly place?: TextPlace | undefined;
      /** … where only the key is known, and `place` is left out. */
      readonly at?: { readonly textId: string; readonly path: ValuesPath } | undefined;
      /** The variables of the profile. */
      readonly opensVariables?: boolean | undefined;
      /** … and of them the form of this one. */
      readonly variableName?: string | undefined;
    };
