import type { PromiseDetail } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  aPromiseDetail,
  FakeKratix,
} from '@kratix-portal/backstage-plugin-kratix-react/testUtils';
import { screen } from '@testing-library/react';
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
  const notes = [
    {
      pointer: '/properties/spec/properties/any',
      text: 'Free-form: <b>YAML</b>',
    },
    { pointer: '', text: 'The annotation is ignored' },
  ];
  await showApi({ notes });
  const table = screen.getByRole('group', { name: 'What the form simplifies' });
  expect(table).toHaveTextContent('/properties/spec/properties/any');
  expect(table).toHaveTextContent('Free-form: <b>YAML</b>');
  expect(table).toHaveTextContent('(the whole schema)');
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

it('shows the author’s example first', async () => {
  const texts = { minimal: 'a: 1\n', full: 'b: 2\n' };
  await showApi({ examples: { ...texts, author: 'mine: true\n' } });
  expect(screen.getByText(/mine/)).toBeVisible();
  expect(screen.getByText('By the author')).toBeVisible();
});
