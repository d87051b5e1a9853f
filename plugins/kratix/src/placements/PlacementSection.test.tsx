import type { PlacementView } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  aRequestTrace,
  FakeKratix,
} from '@kratix-portal/backstage-plugin-kratix-react/testUtils';
import { screen } from '@testing-library/react';
import { renderKratix } from '../__testUtils__/renderKratix';
import { PlacementSection } from './PlacementSection';

const hash = '5058f1af8388633f609cadb75a75dc9d';
const [placed] = aRequestTrace().placements;

async function titleOf(given: Partial<PlacementView>) {
  const placement = { ...placed, group: hash, work: `db-${hash}`, ...given };
  renderKratix(
    <PlacementSection
      platform="eu-dev"
      trace={{ placements: [placement], placementsVisible: true }}
    />,
    new FakeKratix(),
  );
  const heading = await screen.findByRole('heading', { level: 2 });
  return heading.textContent;
}

it.each([
  ['the pipeline', { pipeline: 'instance' }, 'instance'],
  [
    'the root written in another way',
    { pipeline: 'instance', directory: './' },
    'instance',
  ],
  [
    'the pipeline and its directory',
    { pipeline: 'instance', directory: 'backups' },
    'instance, directory backups',
  ],
  ['nothing known: never a hash', {}, 'Its files'],
  [
    'the directory alone',
    { directory: 'backups' },
    'Its files, directory backups',
  ],
])('heads a card with words: %s', async (_what, given, title) => {
  expect(await titleOf(given)).toBe(title);
});
