import { serveTasks } from './worker/serveTasks';

// Does nothing where it is loaded by a page or a server.
if ('DedicatedWorkerGlobalScope' in globalThis) serveTasks(globalThis);
