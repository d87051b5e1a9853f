import type { Cause } from '../api';
import { promiseFinalizers } from '../kratixNames';
import { removalBlocks } from '../placements';
import {
  deleteStepTrouble,
  deletionStage,
  pausedRule,
  slowFinalizer,
} from '../pipelines';
import type { PromiseSituation } from './situation';

/** What holds up the deletion of a Promise. @internal */
export function promiseDeletionBlocks(situation: PromiseSituation): Cause[] {
  if (!situation.deleting) return [];
  const causes = [
    ...pausedRule(situation),
    ...deleteStepTrouble(situation),
    ...removalBlocks(situation, situation.deleting),
  ];
  return causes.length > 0
    ? causes
    : slowFinalizer(situation, promiseFinalizers);
}

/** How far it is. @internal */
export function promiseDeletionProgress(situation: PromiseSituation): Cause[] {
  return situation.deleting
    ? [deletionStage(situation, promiseFinalizers)]
    : [];
}
