import type { Catalog } from '../adapters/memory/Catalog';
import { byoOsPacks } from './packs/byoOs';
import { awsStoragePacks } from './packs/awsStorage';
import { azureStoragePacks } from './packs/azureStorage';
import { gcpStoragePacks } from './packs/gcpStorage';
import { dataCentreStoragePacks } from './packs/dataCentreStorage';
import { edgeKubernetesPacks } from './packs/edgeKubernetes';
import { kubernetesPacks } from './packs/kubernetes';
import { networkPacks } from './packs/network';
import { osPacks } from './packs/os';
import { softwareStoragePacks } from './packs/softwareStorage';
import { demoRegistries } from './registries';

/**
 * A catalogue of infrastructure packs to try the flow with: four registries and packs for every layer
 * of every built-in provider. Made up for demonstration: nothing in it is fit to be deployed.
 */
export const demoCatalog: Catalog = {
  registries: Object.values(demoRegistries),
  packs: [
    ...osPacks,
    ...byoOsPacks,
    ...kubernetesPacks,
    ...edgeKubernetesPacks,
    ...networkPacks,
    ...awsStoragePacks,
    ...azureStoragePacks,
    ...gcpStoragePacks,
    ...dataCentreStoragePacks,
    ...softwareStoragePacks,
  ],
};
