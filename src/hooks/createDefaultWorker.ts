/**
 * The worker as it lies beside this file. Bundlers know this very form and bundle the worker with
 * the app; the build of this package puts the path of the built worker in place, and in CommonJS,
 * which knows no `import.meta.url`, an error.
 */
export function createDefaultWorker(): Worker {
  return new Worker(new URL('../worker.ts', import.meta.url), { type: 'module' });
}
