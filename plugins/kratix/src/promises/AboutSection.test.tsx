import {
  aPromiseDetail,
  FakeKratix,
} from '@kratix-portal/backstage-plugin-kratix-react/testUtils';
import { screen } from '@testing-library/react';
import { renderKratix } from '../__testUtils__/renderKratix';
import { AboutSection } from './AboutSection';

async function whatYouGet(outputs: string[]) {
  const promise = aPromiseDetail({ outputs });
  renderKratix(<AboutSection promise={promise} />, new FakeKratix({}));
  return screen.findByRole('region', { name: 'What you get' });
}

describe('what one gets back from a Promise', () => {
  it('is a sentence after what one is asked for', async () => {
    expect(await whatYouGet(['URL', 'Secret name'])).toHaveTextContent(
      'You will be asked forSizeYou get backURL and Secret name',
    );
  });

  it('is counted where it is more than a sentence holds', async () => {
    const outputs = Array.from({ length: 15 }, (_none, index) => `F${index}`);
    expect(await whatYouGet(outputs)).toHaveTextContent(/F11, and 3 more$/);
  });

  it('is left out where nobody says it', async () => {
    expect(await whatYouGet([])).not.toHaveTextContent('You get back');
  });

  it('is text, whatever an author wrote', async () => {
    const region = await whatYouGet(['<img src=x>', '[a](javascript:b)']);
    expect(region).toHaveTextContent('<img src=x> and [a](javascript:b)');
    expect(region.querySelector('img, a')).toBeNull();
  });
});
