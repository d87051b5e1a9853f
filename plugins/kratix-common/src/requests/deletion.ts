import type { Cause } from '../api';
import { requestFinalizers } from '../kratixNames';
import {
  deleteStepTrouble,
  deletionStage,
  pausedRule,
  slowFinalizer,
} from '../pipelines';
import { removalBlocks } from '../placements';
import type { Situation } from './situation';

/** What holds up a deletion: the causes of Deletion blocked. @internal */
export function deletionBlocks(situation: Situation): Cause[] {
  if (!situation.deleting) return [];
  const causes = [
    ...pausedRule(situation),
    ...deleteStepTrouble(situation),
    ...removalBlocks(situation, situation.deleting),
  ];
  return causes.length > 0
    ? causes
    : slowFinalizer(situation, requestFinalizers);
}

/** How far a deletion is. @internal */
export function deletionProgress(situation: Situation): Cause[] {
  return situation.deleting
    ? [deletionStage(situation, requestFinalizers)]
    : [];
}
