import { behaviours } from './behaviours';
import type { Behaviour, ConformanceWorld } from './types';

/** @internal */
export interface ConformanceResult {
  behaviour: Behaviour;
  error?: Error;
}

/**
 * Tries the behaviours one after the other.
 *
 * @internal
 */
export async function runBehaviours(
  world: ConformanceWorld,
  options: {
    hasControllers: boolean;
    only?: string;
    onResult: (result: ConformanceResult) => void;
  },
): Promise<{ passed: number; failed: number; leftOut: number }> {
  const { hasControllers, only = '', onResult } = options;
  const counts = { passed: 0, failed: 0, leftOut: 0 };
  for (const behaviour of behaviours) {
    if (!behaviour.name.includes(only)) continue;
    if (behaviour.needsControllers && !hasControllers) {
      counts.leftOut += 1;
      continue;
    }
    try {
      await behaviour.run(world);
      counts.passed += 1;
      onResult({ behaviour });
    } catch (error) {
      counts.failed += 1;
      onResult({
        behaviour,
        error: error instanceof Error ? error : new Error('failed'),
      });
    }
  }
  return counts;
}
