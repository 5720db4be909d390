import type { TextPlace } from '../../model/diagnostics';
import type { WizardStepId } from '../../model/profileWizard';

/** A place of the flow that the review leads back to. */
export type ReviewTarget =
  | { readonly stepId: Exclude<WizardStepId, 'review' | 'layers'> }
  | {
      readonly stepId: 'layers';
      /** Null for the profile stack. */
      readonly layerId: string | null;
      /** Where in a text of the layer. */
      readonly place?: TextPlace | undefined;
      /** The variables of the profile. */
      readonly opensVariables?: boolean | undefined;
    };
