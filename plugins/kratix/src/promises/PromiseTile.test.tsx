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

function show(flags: Flags) {
  const promise = aPromiseView({
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
