import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { aCause } from '../testing';
import { CauseText } from './CauseText';

const message = 'The cost centre is over its limit';

it('gives the words of the platform below our own', () => {
  renderInTestApp(
    <CauseText
      cause={aCause({
        id: 'step-failed',
        params: { step: 'create-db' },
        platformSays: message,
      })}
    />,
  );
  expect(screen.getByText(`Platform says: ${message}`)).toBeInTheDocument();
});

it('does not repeat what it has quoted in full', () => {
  renderInTestApp(
    <CauseText
      cause={aCause({
        id: 'approval',
        params: { step: 'sign-off', message },
        platformSays: message,
      })}
    />,
  );
  expect(screen.getByText(/Step .sign-off. asks/)).toHaveTextContent(message);
  expect(screen.queryByText(/Platform says/)).not.toBeInTheDocument();
});
