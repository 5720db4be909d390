export { testProfileAdapter } from './testing/testProfileAdapter';
export type { ProfileAdapterContract } from './testing/testProfileAdapter';
export type { ContractSample } from './testing/contract/contractSamples';
export { createFaultyAdapter } from './testing/createFaultyAdapter';
export type {
  AdapterCall,
  AdapterFault,
  AdapterFaultPlan,
  AdapterFaultPlans,
  AdapterMethod,
  FaultyAdapter,
} from './testing/createFaultyAdapter';
export { createWizardDriver } from './testing/createWizardDriver';
export type { WizardDriver, WizardDriverOptions } from './testing/createWizardDriver';
