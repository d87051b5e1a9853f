import type { PromiseDetail } from '@kratix-portal/backstage-plugin-kratix-common';
import type { FieldRefusal, WriteProblem } from './writeProblem';

/** What a check found; `unknown`: it could not be done. @internal */
export type CheckState = 'ok' | 'warning' | 'refused' | 'unknown' | 'running';

/** @internal */
export type CheckId =
  | 'rules'
  | 'name'
  | 'permission'
  | 'destinations'
  | 'promise';

/** One line of the panel of checks. @internal */
export interface Check {
  id: CheckId;
  state: CheckState;
  /** The backend's sentence about it. */
  message?: string;
  /** The fields it speaks of. */
  fields?: FieldRefusal[];
}

/** How the rehearsal on the platform went. @internal */
export type DryRun =
  | { state: 'running' }
  | { state: 'accepted' }
  | { state: 'refused'; problem: WriteProblem };

/** Whether the name is in use; `unknown`: nobody could tell. @internal */
export type NameState = 'free' | 'taken' | 'unknown' | 'checking';

/**
 * What is known before a request is sent. A rehearsal that was refused for one
 * reason says nothing about the others: these are then unknown, never fine.
 * Pure.
 *
 * @internal
 */
export function checksOf(facts: {
  mode: 'new' | 'edit' | 'clone';
  dryRun: DryRun;
  name: NameState;
  promise: Pick<
    PromiseDetail,
    'description' | 'destinationSelectors' | 'matchingDestinations'
  >;
}): Check[] {
  const { mode, dryRun, name, promise } = facts;
  return [
    rules(dryRun, mode),
    ...(mode === 'edit' ? [] : [nameCheck(dryRun, name)]),
    permission(dryRun),
    { id: 'destinations', state: fit(promise.matchingDestinations) },
    {
      id: 'promise',
      state: promise.description.requestable ? 'ok' : 'warning',
    },
  ];
}

function fit(matching: string[] | undefined): CheckState {
  if (!matching) return 'unknown';
  return matching.length > 0 ? 'ok' : 'warning';
}

function rules(dryRun: DryRun, mode: string): Check {
  const id = 'rules';
  if (dryRun.state === 'running') return { id, state: 'running' };
  if (dryRun.state === 'accepted') return { id, state: 'ok' };
  const { kind, message, fields } = dryRun.problem;
  if (kind === 'input') return { id, state: 'refused', message, fields };
  // A platform says "changed meanwhile" and "gone" of an edit alone.
  if (mode === 'edit' && (kind === 'conflict' || kind === 'gone')) {
    return { id, state: 'refused', message };
  }
  return {
    id,
    state: 'unknown',
    message: kind === 'unreachable' || kind === 'gone' ? message : undefined,
  };
}

function nameCheck(dryRun: DryRun, name: NameState): Check {
  const id = 'name';
  const conflict =
    dryRun.state === 'refused' && dryRun.problem.kind === 'conflict';
  if (name === 'taken' || conflict) return { id, state: 'refused' };
  if (dryRun.state === 'accepted' || name === 'free')
    return { id, state: 'ok' };
  return { id, state: name === 'checking' ? 'running' : 'unknown' };
}

function permission(dryRun: DryRun): Check {
  const id = 'permission';
  if (dryRun.state === 'running') return { id, state: 'running' };
  if (dryRun.state === 'accepted') return { id, state: 'ok' };
  const { kind, message } = dryRun.problem;
  if (kind === 'forbidden') return { id, state: 'refused', message };
  // A platform looks at rights before it looks at the object.
  const decided = kind === 'input' || kind === 'conflict';
  return { id, state: decided ? 'ok' : 'unknown' };
}

/** May it be sent? What could not be checked is left to the platform. @internal */
export function maySubmit(checks: readonly Check[]): boolean {
  return checks.every(({ state }) => state !== 'refused');
}
