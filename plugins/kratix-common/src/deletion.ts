import type { Cause } from './api';
import {
  deleteStepTrouble,
  deletionStage,
  pausedRule,
  slowFinalizer,
  type WorkflowSubject,
} from './pipelines';
import { removalBlocks, type Delivery } from './placements';

/** A Promise or a request whose deletion is looked at. @internal */
export interface DeletionSubject extends Delivery, WorkflowSubject {
  /** RFC 3339 of when deletion was asked for. */
  deleting?: string;
}

/**
 * What holds up a deletion; `finalizers` in the order they are worked off.
 *
 * @internal
 */
export function deletionBlocks(
  subject: DeletionSubject,
  finalizers: readonly string[],
): Cause[] {
  if (!subject.deleting) return [];
  const causes = [
    ...pausedRule(subject),
    ...deleteStepTrouble(subject),
    ...removalBlocks(subject, subject.deleting),
  ];
  return causes.length > 0 ? causes : slowFinalizer(subject, finalizers);
}

/** How far a deletion is. @internal */
export function deletionProgress(
  subject: DeletionSubject,
  finalizers: readonly string[],
): Cause[] {
  return subject.deleting ? [deletionStage(subject, finalizers)] : [];
}
