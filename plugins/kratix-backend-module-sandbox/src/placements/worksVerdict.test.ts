import type { WorkObject } from '../simulator/kratixObjects';
import { reconciledBy, worksVerdict } from './worksVerdict';

const work = (name: string, message?: string): WorkObject => ({
  metadata: { name },
  spec: {},
  ...(message && {
    status: { conditions: [{ type: 'Ready', status: 'True', message }] },
  }),
});

describe('what Works mean for whom they belong to', () => {
  it.each([
    ['none at all', [], 'True/WorksSucceeded', 'True/Reconciled'],
    [
      'all ready',
      [work('a', 'Ready')],
      'True/WorksSucceeded',
      'True/Reconciled',
    ],
    [
      'one not looked at yet',
      [work('a', 'Ready'), work('b')],
      'Unknown/WorksPending',
      'Unknown/WorksPending',
    ],
    [
      'one misplaced',
      [work('a', 'Misplaced')],
      'False/WorksMisplaced',
      'False/WorksFailing',
    ],
    [
      'pending goes before misplaced',
      [work('a', 'Misplaced'), work('b', 'Pending')],
      'Unknown/WorksPending',
      'Unknown/WorksPending',
    ],
    [
      'failing goes before all',
      [work('a', 'Pending'), work('b', 'Failing')],
      'False/WorksFailing',
      'False/WorksFailing',
    ],
  ])('%s', (_situation, works, verdict, reconciled) => {
    const found = worksVerdict(works, 'resource');
    expect(`${found.status}/${found.reason}`).toBe(verdict);
    const { status, reason } = reconciledBy(found);
    expect(`${status}/${reason}`).toBe(reconciled);
  });

  it('names the Works it is about', () => {
    const { message } = worksVerdict(
      [work('a', 'Failing'), work('b')],
      'promise',
    );
    expect(message).toBe('Some works associated with this promise failed: [a]');
  });
});
