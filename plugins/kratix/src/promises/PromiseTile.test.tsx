import {
  aPromiseDescription,
  aPromiseView,
  FakeKratix,
} from '@kratix-portal/backstage-plugin-kratix-react/testUtils';
import { screen } from '@testing-library/react';
import { renderKratix } from '../__testUtils__/renderKratix';
import { groupPromises } from './promiseGroups';
import { PromiseTile } from './PromiseTile';

type Flags = ReturnType<typeof aPromiseDescription>['flags'];

function show(flags: Flags, attention = 0) {
  const promise = aPromiseView({
    counts: { requests: 3, attention, inProgress: 0, ready: 3, outdated: 0 },
    description: aPromiseDescription({
      flags,
      causes: [{ id: 'done', params: {}, responsible: 'nobody', evidence: [] }],
    }),
  });
  const [group] = groupPromises([promise]);
  renderKratix(
    <PromiseTile
      group={group}
      platformTitle={id => id}
      severalPlatforms={false}
    />,
    new FakeKratix({}),
  );
}

describe('the card of a Promise that is available', () => {
  it('does not say so', () => {
    show([]);
    expect(screen.queryByText(/Available/)).not.toBeInTheDocument();
  });

  it('says how old that is where its platform went, without a reason', () => {
    show(['last-known']);
    expect(screen.getByText('Last known: Available')).toBeInTheDocument();
    expect(screen.queryByText(/Delivered/)).not.toBeInTheDocument();
  });
});

describe('of the requests of a Promise', () => {
  const link = () => screen.queryByRole('link', { name: /attention/ });

  it('those that need attention are one press away', () => {
    show([], 2);
    expect(link()).toHaveTextContent('2 need attention');
    expect(link()).toHaveAttribute(
      'href',
      '/kratix/requests?promise=postgresql&chip=attention',
    );
  });

  it('nothing is said where none does', () => {
    show([]);
    expect(screen.getByText('3 requests')).toBeInTheDocument();
    expect(link()).toBeNull();
  });
});
