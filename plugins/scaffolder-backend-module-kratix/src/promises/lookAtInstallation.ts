import {
  causeSentence,
  describedAs,
  labelInWords,
  type InstallationView,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Look } from '../platforms/followUntil';

/** What a person may wait for. @internal */
export type PromiseGoal = 'available' | 'removed';

type State = InstallationView['state'];

const reached: Record<PromiseGoal, State> = {
  available: 'available',
  removed: 'absent',
};

/** Nothing of this heals while one waits. */
const failed: Record<PromiseGoal, readonly State[]> = {
  available: ['absent', 'failed', 'removing', 'removal-blocked'],
  removed: ['removal-blocked'],
};

/**
 * How an install or uninstall is, and whether waiting for it has an end.
 *
 * @internal
 */
export function lookAtInstallation(
  view: Pick<
    InstallationView,
    'state' | 'causes' | 'description' | 'stages' | 'finalizers'
  >,
  goal: PromiseGoal,
): Look {
  const { state } = view;
  return {
    status: state,
    explanation: explanationOf(view),
    verdict: verdictOf(state, goal),
    missing: state === 'absent' && goal === 'available',
  };
}

function verdictOf(state: State, goal: PromiseGoal): Look['verdict'] {
  if (state === reached[goal]) return 'done';
  return failed[goal].includes(state) ? 'failed' : 'waiting';
}

function explanationOf(view: Parameters<typeof lookAtInstallation>[0]): string {
  const { state, causes, description, stages, finalizers } = view;
  if (state === 'absent') return 'Gone: it is not there';
  if (state === 'available') return 'Available';
  const [cause] = causes;
  const why =
    (cause && causeSentence(cause)) ??
    (description && describedAs(description)) ??
    labelInWords(state);
  if (finalizers.length > 0) {
    return `${why}. Still to do: ${finalizers.join(', ')}`;
  }
  const stage = stages.find(one => one.state === 'running');
  return stage ? `${labelInWords(stage.stage)}: ${why}` : why;
}
