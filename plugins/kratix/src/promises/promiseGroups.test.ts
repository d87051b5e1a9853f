import {
  aPromiseDescription,
  aPromiseView,
} from '@kratix-portal/backstage-plugin-kratix-react/testUtils';
import { orderForMe } from '../home/PromisesForYou';
import { groupPromises } from './promiseGroups';

const unwell = aPromiseDescription({ requestable: false });

it('is one card for a name on two platforms, the usable one first', () => {
  const [group, ...others] = groupPromises([
    aPromiseView({ platform: 'eu', description: unwell }),
    aPromiseView({ platform: 'us' }),
  ]);
  expect(others).toEqual([]);
  expect(group.members.map(({ platform }) => platform)).toEqual(['us', 'eu']);
  expect(group.counts).toEqual({ requests: 6, attention: 2 });
  expect(group.differs).toBe(false);
});

it('says so where the same name offers another API', () => {
  const [group] = groupPromises([
    aPromiseView({ platform: 'eu', apiHash: 'a' }),
    aPromiseView({ platform: 'us', apiHash: 'b' }),
  ]);
  expect(group.differs).toBe(true);
});

it('puts what my team uses first, then what most ask for', () => {
  const having = (requests: number) => ({
    requests,
    attention: 0,
    inProgress: 0,
    ready: requests,
    outdated: 0,
  });
  const groups = groupPromises([
    aPromiseView({ name: 'a', counts: having(1) }),
    aPromiseView({ name: 'b', counts: having(9) }),
    aPromiseView({ name: 'mine', counts: having(0) }),
  ]);
  const names = orderForMe(groups, new Set(['mine'])).map(({ name }) => name);
  expect(names).toEqual(['mine', 'b', 'a']);
});

it('counts nothing for those who may see no request', () => {
  const [group] = groupPromises([aPromiseView({ counts: undefined })]);
  expect(group).not.toHaveProperty('counts');
});
