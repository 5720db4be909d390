import type { MemoryAdapterOptions, ProfileAdapter } from 'cluster-profile-builder/adapters';
import {
  createFaultyAdapter,
  type AdapterFault,
  type AdapterMethod,
} from 'cluster-profile-builder/testing';
import { demoAdapter } from './demo';

/** An adapter that fails in one method until it is mended. */
export interface BreakableAdapter {
  readonly createAdapter: () => ProfileAdapter;
  /** The calls made from now on succeed. */
  readonly mend: () => void;
}

export function breakable(
  method: AdapterMethod,
  fault: AdapterFault,
  options: MemoryAdapterOptions = {},
): BreakableAdapter {
  let isBroken = true;
  return {
    createAdapter: () => {
      isBroken = true;
      return createFaultyAdapter(demoAdapter(options), {
        [method]: () => (isBroken ? fault : null),
      }).adapter;
    },
    mend: () => {
      isBroken = false;
    },
  };
}

/** An adapter that never answers one method. */
export function silent(
  method: AdapterMethod,
  options: MemoryAdapterOptions = {},
): () => ProfileAdapter {
  return () => demoAdapter({ ...options, latency: (call) => (call === method ? Infinity : 0) });
}
