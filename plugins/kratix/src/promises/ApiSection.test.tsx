import type { PromiseDetail } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  aPromiseDetail,
  aRefusal,
  aRequestDetail,
  FakeKratix,
} from '@kratix-portal/backstage-plugin-kratix-react/testUtils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axeFindings } from '../__testUtils__/axe';
import { renderKratix } from '../__testUtils__/renderKratix';
import { ApiSection } from './ApiSection';

const size: PromiseDetail['fields'][number] = {
  path: 'spec.size',
  type: 'string',
  required: true,
  immutable: false,
};

async function showApi(more: Partial<PromiseDetail>) {
  const promise = aPromiseDetail({ fields: [size], ...more });
  renderKratix(<ApiSection promise={promise} />, new FakeKratix());
  await screen.findByRole('group', { name: 'Fields' }, { timeout: 5000 });
}

it('tells who looks after the Promise what its form simplifies, where, and what to do', async () => {
  const notes: PromiseDetail['notes'] = [
    {
      level: 'simplified',
      pointer: '/properties/spec/properties/any',
      text: 'Free-form: <b>YAML</b>',
    },
    {
      level: 'author-mistake',
      pointer: '',
      text: 'The annotation is ignored',
    },
  ];
  await showApi({ notes });
  const table = screen.getByRole('group', { name: 'What the form simplifies' });
  expect(table).toHaveTextContent('/properties/spec/properties/any');
  expect(table).toHaveTextContent('Free-form: <b>YAML</b>');
  expect(table).toHaveTextContent(
    '(the whole schema)To be mended: The annotation is ignored',
  );
  expect(table).not.toHaveTextContent('To be mended: Free-form');
  expect(screen.getByText(/change the schema at the pointer/)).toBeVisible();
});

it.each([
  ['where there are none', []],
  ['to who may not see them', undefined],
])('shows no notes %s', async (_when, notes) => {
  await showApi({ notes });
  expect(screen.queryByText('What the form simplifies')).toBeNull();
});

it('tells them how many fields have an input of their own', async () => {
  await showApi({ formFields: { shown: 12, asYaml: 1, hidden: 0 } });
  expect(
    screen.getByText(
      '12 fields have an input of their own, 1 are typed as YAML, 0 are hidden.',
    ),
  ).toBeVisible();
});

it('lets them try its examples on the platform', async () => {
  const kratix = new FakeKratix();
  jest.spyOn(kratix, 'createRequest').mockResolvedValue(aRequestDetail());
  const promise = aPromiseDetail({
    formFields: { shown: 1, asYaml: 0, hidden: 0 },
    examples: { minimal: 'spec: {}\n', full: 'spec: {}\n' },
  });
  const { container } = renderKratix(<ApiSection promise={promise} />, kratix);
  await userEvent.click(
    await screen.findByRole('button', {
      name: 'Try both examples on the platform',
    }),
  );
  expect(
    await screen.findByText('The minimal example is accepted.'),
  ).toBeVisible();
  kratix.failing('createRequest', aRefusal(400, 'spec.size: too small'));
  jest.restoreAllMocks();
  await userEvent.click(
    screen.getByRole('button', { name: 'Try both examples on the platform' }),
  );
  expect(
    await screen.findByText(/^The full example is refused: .*too small/),
  ).toBeVisible();
  expect(screen.getByText(/^The form was made in .* ms\.$/)).toBeVisible();
  expect(await axeFindings(container)).toEqual([]);
});

it('says on cards what a field is without, and what it may be', async () => {
  const width = jest
    .spyOn(HTMLElement.prototype, 'clientWidth', 'get')
    .mockReturnValue(400);
  const fields = [
    { ...size, default: '"small"', allowed: ['"small"', '"large"'] },
    { ...size, path: 'spec.note' },
  ];
  const promise = aPromiseDetail({ fields });
  renderKratix(<ApiSection promise={promise} />, new FakeKratix());
  const cards = await screen.findByRole('list', { name: 'Fields' });
  const [first, second] = cards.children;
  expect(first).toHaveTextContent('Default "small"');
  expect(first).toHaveTextContent('Allowed "small", "large"');
  expect(second).toHaveTextContent(/^spec\.notestringRequired$/);
  width.mockRestore();
});

it('shows the author’s example first', async () => {
  const texts = { minimal: 'a: 1\n', full: 'b: 2\n' };
  await showApi({ examples: { ...texts, author: 'mine: true\n' } });
  expect(screen.getByText(/mine/)).toBeVisible();
  expect(screen.getByText('By the author')).toBeVisible();
});
