import { startCompletion } from '@codemirror/autocomplete';
import type { OpenApiSchema } from '@kratix-portal/backstage-plugin-kratix-common';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  aSchema,
  renderFields,
  type FieldsSetup,
} from '../../__testUtils__/renderFields';
import { typeYaml, viewOf, yamlText } from '../../__testUtils__/yamlEditor';

const show = (
  properties: Record<string, OpenApiSchema>,
  more: Omit<FieldsSetup, 'schema'> = {},
) => renderFields({ schema: aSchema(properties), ...more });

const free = {
  type: 'object',
  'x-kubernetes-preserve-unknown-fields': true,
};

const box = (name = 'Values') =>
  screen.findByRole('textbox', { name: `YAML of ${name}` });

async function typed(text: string) {
  typeYaml(await box(), text);
  await userEvent.click(screen.getByRole('button', { name: 'Next' }));
}

describe('a field of YAML', () => {
  it('writes what is typed as the value that it means', async () => {
    const { spec } = show({ values: free });
    await typed('replicas: 9007199254740993\nname: "1"\nlist: [a, null]\n');
    expect(spec()).toEqual({
      values: {
        replicas: 9007199254740993n,
        name: '1',
        list: ['a', null],
      },
    });
  });

  it('keeps what was typed, comments and all, while it means the same', async () => {
    const { document } = show({ values: free });
    await typed('a: 1 # why\n');
    expect(yamlText(await box())).toBe('a: 1 # why\n');
    act(() => document.set(['spec', 'values'], { b: 2 }));
    const text = await box();
    await waitFor(() => expect(yamlText(text)).toBe('b: 2\n'));
  });

  it('keeps the last value while its text is broken, and names the line', async () => {
    const { spec } = show({ values: free });
    await typed('a: 1\n');
    await typed('a: 1\nb: [1\n');
    expect(spec()).toEqual({ values: { a: 1 } });
    expect(await box()).toHaveAttribute('aria-invalid', 'true');
    const lines = screen.getAllByRole('button', { name: /^Line \d+$/ });
    expect(lines.map(({ textContent }) => textContent)).toEqual(['Line 3']);
    expect(yamlText(await box())).toBe('a: 1\nb: [1\n');
    await typed('a: 1\nb: [1]\n');
    expect(spec()).toEqual({ values: { a: 1, b: [1] } });
    expect(screen.queryByRole('button', { name: /^Line \d+$/ })).toBeNull();
  });

  it.each<[string, OpenApiSchema, string, RegExp]>([
    ['a mapping', free, '- a', /Fields are expected here/],
    ['a list', { type: 'array' }, 'a: 1', /A list is expected here/],
  ])(
    'that has to be %s takes nothing else',
    async (_what, schema, text, words) => {
      const { spec } = show({ values: schema });
      await typed(text);
      expect(screen.getByText(words)).toBeVisible();
      expect(spec()).toEqual({});
    },
  );

  it('is unset when its text is emptied', async () => {
    const { spec } = show({ values: free }, { spec: { values: { a: 1 } } });
    await typed('');
    expect(spec()).toEqual({});
  });

  it('offers what the schema of its part allows', async () => {
    const values = {
      type: 'object',
      'x-kratix-portal': { widget: 'yaml' },
      properties: {
        tier: { type: 'string', enum: ['gold', 'silver'] },
        tls: { type: 'boolean' },
      },
    };
    show({ values });
    const text = await box();
    await userEvent.click(text);
    act(() => void startCompletion(viewOf(text)));
    const list = await screen.findByRole('listbox', {
      name: 'What can be written here',
    });
    const names = within(list).getAllByRole('option');
    expect(names.map(({ textContent }) => textContent)).toEqual([
      'tierenum',
      'tlsboolean',
    ]);
  });

  it('promises no help where the schema has none to give', async () => {
    show({ values: free });
    expect(await box()).not.toHaveAccessibleDescription(/Ctrl\+Space/);
  });
});
