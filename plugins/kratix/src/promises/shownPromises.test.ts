import {
  aFreshness,
  aPromiseView,
} from '@kratix-portal/backstage-plugin-kratix-react/testUtils';
import { shownPromises } from './shownPromises';

const items = [
  aPromiseView(),
  aPromiseView({ platform: 'us-dev' }),
  aPromiseView({ name: 'cert-manager', api: undefined }),
];
const page = {
  items,
  total: 3,
  page: 1,
  size: 100,
  facets: {},
  freshness: [aFreshness()],
};

it.each([
  ['requestable', 'grid', 1, 'promises'],
  ['all', 'grid', 2, 'promises'],
  ['requestable', 'table', 2, 'rows'],
  ['all', 'table', 3, 'rows'],
] as const)('of %s as a %s counts %d %s', (kind, view, count, of) => {
  expect(shownPromises(page, { kind, view })).toMatchObject({
    count,
    of,
    complete: true,
  });
});

it('says where there is more, and lists rows where cards are too many', () => {
  const options = { kind: 'all', view: 'grid' } as const;
  expect(shownPromises({ ...page, total: 150 }, options)).toMatchObject({
    view: 'grid',
    count: 2,
    complete: false,
  });
  expect(shownPromises({ ...page, total: 201 }, options)).toMatchObject({
    view: 'table',
    count: 3,
    complete: false,
  });
});
