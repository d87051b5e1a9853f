import {
  aCause,
  aFailedDescription,
  aRequestDescription,
  FakeKratix,
} from '@kratix-portal/backstage-plugin-kratix-react/testUtils';
import { screen } from '@testing-library/react';
import { renderKratix } from '../__testUtils__/renderKratix';
import { HeadlinePanel } from './HeadlinePanel';
import { ProcessingNotice } from './ProcessingNotice';

describe('the headline', () => {
  it('says more than its label', () => {
    const description = aFailedDescription();
    renderKratix(
      <HeadlinePanel description={description} heading />,
      new FakeKratix({}),
    );
    expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent(
      'Failed',
    );
    expect(
      screen.getByText(/It could not be set up|did not go through/),
    ).toBeInTheDocument();
  });

  it('does not say its label twice', () => {
    const description = aRequestDescription({
      label: 'ready',
      tone: 'ok',
      causes: [aCause({ id: 'done' })],
    });
    renderKratix(
      <HeadlinePanel description={description} heading />,
      new FakeKratix({}),
    );
    // The label, and the axis of delivery.
    expect(screen.getAllByText('Ready')).toHaveLength(2);
  });
});

describe('a change that the platform has not looked at', () => {
  const notice = /not processed yet/;
  const show = (description: ReturnType<typeof aRequestDescription>) =>
    renderKratix(
      <ProcessingNotice
        request={{ generation: 2, observedGeneration: 1, description }}
      />,
      new FakeKratix({}),
    );

  it('is told', () => {
    show(aRequestDescription());
    expect(screen.getByText(notice)).toBeInTheDocument();
  });

  it('is not told of a deletion, which counts as one', () => {
    show(aRequestDescription({ label: 'deletion-blocked', tone: 'error' }));
    expect(screen.queryByText(notice)).not.toBeInTheDocument();
  });
});
