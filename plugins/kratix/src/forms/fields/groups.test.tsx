import type { OpenApiSchema } from '@kratix-portal/backstage-plugin-kratix-common';
import { screen, within } from '@testing-library/react';
import {
  aSchema,
  renderFields,
  type FieldsSetup,
} from '../../__testUtils__/renderFields';

const show = (
  properties: Record<string, OpenApiSchema>,
  more: Omit<FieldsSetup, 'schema'> = {},
) => renderFields({ schema: aSchema(properties), ...more });

const inGroup = (group: string, more: object = {}) => ({
  type: 'string',
  'x-kratix-portal': { group },
  ...more,
});

const headings = () =>
  screen.getAllByRole('heading').map(({ textContent }) => textContent);

const nameOf = (field: HTMLElement) =>
  document.querySelector(`label[for="${field.id}"]`)?.textContent ?? '';

const labelsIn = (group: HTMLElement) =>
  within(group).getAllByRole('textbox').map(nameOf);

describe('groups', () => {
  it('stand under one heading each, after the fields without one', async () => {
    show({
      cpu: inGroup('Resources'),
      host: inGroup('Network'),
      memory: inGroup('Resources'),
      name: { type: 'string' },
    });
    const resources = await screen.findByRole('group', { name: 'Resources' });
    expect(labelsIn(resources)).toEqual(['CPU', 'Memory']);
    expect(labelsIn(screen.getByRole('group', { name: 'Network' }))).toEqual([
      'Host',
    ]);
    expect(headings()).toEqual(['Resources', 'Network']);
    expect(screen.getAllByRole('textbox').map(nameOf)).toEqual([
      'Name',
      'CPU',
      'Memory',
      'Host',
    ]);
  });

  it('have headings one level below what they are in', async () => {
    show({
      host: inGroup('Network'),
      pool: {
        type: 'object',
        properties: { size: inGroup('Limits') },
      },
    });
    await screen.findByRole('group', { name: 'Limits' });
    const levels = ['Network', 'Pool', 'Limits'].map(name =>
      screen.getByRole('heading', { name }).getAttribute('aria-level'),
    );
    expect(levels).toEqual(['3', '3', '4']);
  });

  it('show a heading as text, whatever is in it', async () => {
    const name = '<b>Bold</b> ${{ 1 }}';
    show({ host: inGroup(name) });
    const heading = await screen.findByRole('heading');
    expect(heading.querySelector('b')).toBeNull();
    expect(heading).toHaveTextContent('<b>Bold</b>');
  });

  it('are among the sections of a long form', async () => {
    const ports = Array.from({ length: 60 }, (_one, n) => `port${n}`);
    show({
      cpu: inGroup('Resources'),
      ...Object.fromEntries(ports.map(name => [name, inGroup('Network')])),
    });
    const index = await screen.findByRole('navigation', { name: 'Sections' });
    expect(
      within(index)
        .getAllByRole('button')
        .map(({ textContent }) => textContent),
    ).toEqual(['Resources', 'Network']);
  });
});

it.each<[string, Record<string, OpenApiSchema>]>([
  ['no fields', {}],
  [
    'hidden fields alone',
    { cpu: { type: 'string', 'x-kratix-portal': { hidden: true } } },
  ],
])(
  'with %s there is nothing to fill in, and it says so',
  async (_what, properties) => {
    show(properties);
    expect(
      await screen.findByText('There is nothing more to fill in.'),
    ).toBeVisible();
    expect(screen.queryByRole('textbox')).toBeNull();
  },
);
