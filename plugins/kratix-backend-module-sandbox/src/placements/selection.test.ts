import type {
  DestinationObject,
  WorkloadGroup,
} from '../simulator/kratixObjects';
import { matchingDestinations, wantedLabels } from './selection';

const destination = (
  name: string,
  labels: Record<string, string>,
  other: Partial<DestinationObject['spec']> & { deleting?: boolean } = {},
): DestinationObject => {
  const { deleting, ...spec } = other;
  return {
    metadata: {
      name,
      labels,
      ...(deleting && { deletionTimestamp: '2026-03-01T08:00:00Z' }),
    },
    spec,
  };
};

const group = (
  ...selectors: [string, Record<string, string>][]
): WorkloadGroup => ({
  id: 'x',
  directory: '.',
  workloads: [],
  destinationSelectors: selectors.map(([source, matchLabels]) => ({
    source,
    matchLabels,
  })),
});

const destinations = [
  destination('dev', { environment: 'dev' }),
  destination('dev-eu', { environment: 'dev', region: 'eu' }),
  destination(
    'leaving',
    { environment: 'dev', region: 'eu' },
    { deleting: true },
  ),
  destination('strict', { environment: 'lab' }, { strictMatchLabels: true }),
  destination('bare', {}, { strictMatchLabels: true }),
  destination('preview', { 'kratix.io/dry-run': 'true', environment: 'dev' }),
];

const names = (wanted: WorkloadGroup, isDryRun = false) =>
  matchingDestinations(destinations, wanted, isDryRun).map(
    one => one.metadata.name,
  );

describe('where files may go', () => {
  it.each([
    [
      'one label',
      group(['promise', { environment: 'dev' }]),
      ['dev', 'dev-eu'],
    ],
    [
      'labels of several selectors, all of them',
      group(
        ['promise', { environment: 'dev' }],
        ['resource-workflow', { region: 'eu' }],
      ),
      ['dev-eu'],
    ],
    ['a label nobody has', group(['promise', { environment: 'prod' }]), []],
    [
      'no label: all but the strict with labels',
      group(),
      ['dev', 'dev-eu', 'bare'],
    ],
    [
      'a strict one that is asked for',
      group(['promise', { environment: 'lab' }]),
      ['strict'],
    ],
  ])('%s', (_situation, wanted, expected) =>
    expect(names(wanted)).toEqual(expected),
  );

  it('sends previews to preview Destinations alone', () => {
    expect(names(group(['promise', { environment: 'dev' }]), true)).toEqual([
      'preview',
    ]);
  });

  it("lets the Promise's label win a conflict", () => {
    const wanted = group(
      ['resource-workflow', { environment: 'lab', size: 'big' }],
      ['promise', { environment: 'dev' }],
    );
    expect(wantedLabels(wanted)).toEqual({ environment: 'dev', size: 'big' });
  });
});
