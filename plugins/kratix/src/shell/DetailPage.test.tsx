import {
  kratixApiRef,
  type Loadable,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { FakeKratix } from '@kratix-portal/backstage-plugin-kratix-react/testUtils';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { act, screen } from '@testing-library/react';
import { useEffect, useState } from 'react';
import { DetailPage, isMissing } from './DetailPage';
import { PageHeading } from './PageHeading';

const notThere = Object.assign(new Error('gone'), { statusCode: 404 });

const retry = () => {};
const ready = {
  state: 'ready',
  value: 'ready',
  refreshing: false,
  asOf: 0,
  retry,
} as const;

let show: (next: Loadable<string>) => void;

function Page() {
  const [thing, setThing] = useState<Loadable<string>>({ state: 'loading' });
  useEffect(() => {
    show = setThing;
  }, []);
  return (
    <DetailPage
      of={thing}
      back={{ to: '/all', title: 'All of them' }}
      heading={value => <PageHeading title="cache" facts={value} />}
      skeleton="Being read"
      forbidden={{ what: 'this', permission: 'kratix.request.read' }}
      instead={isMissing(thing) && <p>Nobody knows it</p>}
    >
      {value => <p>It is {value}</p>}
    </DetailPage>
  );
}

const draw = () =>
  renderInTestApp(<Page />, { apis: [[kratixApiRef, new FakeKratix({})]] });

it('keeps its heading while its content comes', async () => {
  await draw();
  const heading = screen.getByRole('heading', { level: 1, name: 'cache' });
  expect(screen.getByText('Being read')).toBeInTheDocument();
  act(() => show(ready));
  expect(screen.getByText('It is ready')).toBeInTheDocument();
  expect(screen.getByRole('heading', { level: 1 })).toBe(heading);
});

it('keeps the way back to what there is, where there is nothing', async () => {
  await draw();
  act(() => show({ state: 'error', error: notThere, retry }));
  expect(screen.getByText('Nobody knows it')).toBeInTheDocument();
  expect(screen.queryByRole('heading', { level: 1 })).not.toBeInTheDocument();
  expect(screen.getByRole('link', { name: /All of them/ })).toBeInTheDocument();
});

it.each([
  ['an answer', ready, false],
  ['nothing yet', { state: 'loading' }, false],
  ['a 404', { state: 'error', error: notThere, retry }, true],
  [
    'any other failure',
    { state: 'error', error: new Error('down'), retry },
    false,
  ],
] as const)('%s: not there is %s', (_situation, thing, expected) => {
  expect(isMissing(thing)).toBe(expected);
});
