import {
  aPromiseDescription,
  aPromiseDetail,
} from '@kratix-portal/backstage-plugin-kratix-react/testUtils';
import { checksOf, maySubmit, type DryRun, type NameState } from './checks';
import type { WriteProblem } from './writeProblem';

const refused = (kind: WriteProblem['kind'], message?: string): DryRun => ({
  state: 'refused',
  problem: { kind, message, fields: [] },
});
const accepted: DryRun = { state: 'accepted' };

function states(
  dryRun: DryRun,
  name: NameState = 'free',
  mode: 'new' | 'edit' = 'new',
) {
  const checks = checksOf({ mode, dryRun, name, promise: aPromiseDetail() });
  return {
    ...Object.fromEntries(checks.map(({ id, state }) => [id, state])),
    may: maySubmit(checks),
  };
}

const others = { destinations: 'ok', promise: 'ok' };

it.each<[string, DryRun, NameState, object]>([
  [
    'all is well',
    accepted,
    'free',
    { rules: 'ok', name: 'ok', permission: 'ok', may: true },
  ],
  [
    'still asking',
    { state: 'running' },
    'checking',
    { rules: 'running', name: 'running', permission: 'running', may: true },
  ],
  [
    'a field is refused: rights were looked at before',
    refused('input'),
    'free',
    { rules: 'refused', name: 'ok', permission: 'ok', may: false },
  ],
  [
    'no right: nothing is known of the rest',
    refused('forbidden'),
    'unknown',
    { rules: 'unknown', name: 'unknown', permission: 'refused', may: false },
  ],
  [
    'the name was taken meanwhile',
    refused('conflict'),
    'free',
    { rules: 'unknown', name: 'refused', permission: 'ok', may: false },
  ],
  [
    'nobody answers: it may be sent all the same',
    refused('unreachable'),
    'unknown',
    { rules: 'unknown', name: 'unknown', permission: 'unknown', may: true },
  ],
])('%s', (_situation, dryRun, name, expected) => {
  expect(states(dryRun, name)).toEqual({ ...others, ...expected });
});

it('an edit has its name already, and can be overtaken', () => {
  expect(states(refused('conflict'), 'taken', 'edit')).toEqual({
    ...others,
    rules: 'refused',
    permission: 'ok',
    may: false,
  });
});

it('what will only wait is a warning', () => {
  const checks = checksOf({
    mode: 'new',
    dryRun: accepted,
    name: 'free',
    promise: aPromiseDetail({
      matchingDestinations: [],
      description: aPromiseDescription({ requestable: false }),
    }),
  });
  expect(checks.slice(-2)).toEqual([
    { id: 'destinations', state: 'warning' },
    { id: 'promise', state: 'warning' },
  ]);
  expect(maySubmit(checks)).toBe(true);
});
