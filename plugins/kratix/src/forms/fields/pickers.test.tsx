import { TestApiProvider } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import type { OpenApiSchema } from '@kratix-portal/backstage-plugin-kratix-common';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  aSchema,
  renderFields,
  type FieldsSetup,
} from '../../__testUtils__/renderFields';
import { aFakeKratix } from '../../__testUtils__/world';

const show = (
  properties: Record<string, OpenApiSchema>,
  more: Omit<FieldsSetup, 'schema'> = {},
) => renderFields({ schema: aSchema(properties), ...more });

const entity = (kind: string, name: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default' },
});

const aCatalog = () =>
  catalogApiMock({
    entities: [
      entity('Component', 'checkout'),
      entity('Group', 'payments'),
      entity('User', 'ann'),
    ],
  });

function picker(of: object, more: Omit<FieldsSetup, 'schema'> = {}) {
  const catalog = aCatalog();
  const target = { type: 'string', 'x-kratix-portal': { picker: of } };
  const shown = show(
    { target },
    {
      around: page => (
        <TestApiProvider apis={[[catalogApiRef, catalog]]}>
          {page}
        </TestApiProvider>
      ),
      ...more,
    },
  );
  return { ...shown, catalog };
}

const field = () => screen.findByRole('textbox', { name: 'Target' });

async function offered(): Promise<(string | null)[]> {
  const options = await screen.findAllByRole('option');
  return options.map(({ textContent }) => textContent);
}

describe('a picker', () => {
  it.each<[string, object, string[]]>([
    [
      'entities of a kind',
      { of: 'entity', kind: 'Component' },
      ['component:default/checkout'],
    ],
    [
      'entities of any kind',
      { of: 'entity' },
      [
        'component:default/checkout',
        'group:default/payments',
        'user:default/ann',
      ],
    ],
    ['owners', { of: 'owner' }, ['group:default/payments', 'user:default/ann']],
    [
      'requests of a Promise',
      { of: 'request', promise: 'postgresql' },
      ['orders-db', 'ledger-db', 'reports-db'],
    ],
    ['namespaces that are open', { of: 'namespace' }, ['payments']],
  ])('offers %s, and writes what is chosen', async (_what, of, names) => {
    const { spec } = picker(of);
    await userEvent.click(await field());
    expect((await offered()).sort()).toEqual([...names].sort());
    await userEvent.click(screen.getByRole('option', { name: names[0] }));
    await userEvent.tab();
    expect(spec()).toEqual({ target: names[0] });
    expect(await field()).toHaveValue(names[0]);
  });

  it('asks for requests by what is typed, where the request goes', async () => {
    const kratix = aFakeKratix();
    const asked = jest.spyOn(kratix, 'listRequests');
    const { spec } = picker({ of: 'request', promise: 'redis' }, { kratix });
    await userEvent.type(await field(), 'cache');
    await waitFor(() =>
      expect(asked).toHaveBeenLastCalledWith(
        expect.objectContaining({
          promise: ['redis'],
          platform: ['eu-dev'],
          q: 'cache',
        }),
      ),
    );
    await userEvent.tab();
    expect(spec()).toEqual({ target: 'cache' });
  });

  it('looks for the name in a reference', async () => {
    const { catalog } = picker(
      { of: 'owner' },
      { spec: { target: 'group:default/payments' } },
    );
    const asked = jest.spyOn(catalog, 'queryEntities');
    await userEvent.click(await field());
    await waitFor(() =>
      expect(asked).toHaveBeenLastCalledWith(
        expect.objectContaining({
          filter: { kind: ['Group', 'User'] },
          fullTextFilter: { term: 'payments' },
        }),
      ),
    );
  });

  it('of a Secret offers no names, and takes any', async () => {
    const kratix = aFakeKratix();
    const { spec, catalog } = picker({ of: 'secret' }, { kratix });
    const asked = jest.spyOn(catalog, 'queryEntities');
    expect(await field()).toHaveAccessibleDescription(
      'The name of a Secret that is there already.',
    );
    await userEvent.type(await field(), 'db-credentials');
    await new Promise(resolve => setTimeout(resolve, 400));
    expect(screen.queryByRole('option')).toBeNull();
    expect(asked).not.toHaveBeenCalled();
    await userEvent.tab();
    expect(spec()).toEqual({ target: 'db-credentials' });
  });

  it('says that it could not look, and takes what is typed', async () => {
    const kratix = aFakeKratix().failing('listRequests', new Error('no'));
    const { spec } = picker({ of: 'request', promise: 'redis' }, { kratix });
    await userEvent.type(await field(), 'cache-1');
    expect(
      await screen.findByText(/Could not look for suggestions/),
    ).toBeVisible();
    await userEvent.tab();
    expect(spec()).toEqual({ target: 'cache-1' });
  });

  it('that is emptied leaves the field unset', async () => {
    const { spec } = picker(
      { of: 'namespace' },
      { spec: { target: 'payments' } },
    );
    await userEvent.clear(await field());
    await userEvent.tab();
    expect(spec()).toEqual({});
  });
});
