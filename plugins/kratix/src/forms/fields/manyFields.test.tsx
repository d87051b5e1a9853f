import type { OpenApiSchema } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  handmadeSchemas,
  seedSchemas,
} from '@kratix-portal/backstage-plugin-kratix-common/testUtils';
import { act, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentProps } from 'react';
import { axeFindings } from '../../__testUtils__/axe';
import { aSchema, renderFields } from '../../__testUtils__/renderFields';
import type { FieldShell } from './FieldShell';

const mockDrawn: string[] = [];

jest.mock('./FieldShell', () => {
  const { FieldShell: Actual, ...others } = jest.requireActual('./FieldShell');
  return {
    ...others,
    FieldShell: (props: ComponentProps<typeof FieldShell>) => {
      mockDrawn.push(props.words.title);
      return <Actual {...props} />;
    },
  };
});

/** Fields in turn of each kind that has a value of its own; every fifth required. */
function manyFields(count: number): OpenApiSchema {
  const kinds: OpenApiSchema[] = [
    { type: 'string', description: 'Some text.' },
    { type: 'integer' },
    { type: 'boolean' },
    { type: 'string', enum: ['a', 'b'] },
    { type: 'array', items: { type: 'string' } },
  ];
  const names = Array.from({ length: count }, (_one, n) => `field${n}`);
  return aSchema(
    Object.fromEntries(names.map((name, n) => [name, kinds[n % 5]])),
    { required: names.filter((_name, n) => n % 5 === 0) },
  );
}

describe('many fields', () => {
  const schema = manyFields(50);

  async function unfolded() {
    const shown = renderFields({ schema });
    await screen.findByLabelText(/^Field0/);
    await userEvent.click(screen.getByText('More settings (40)'));
    expect(screen.getByLabelText('Field1')).toBeInTheDocument();
    return shown;
  }

  it('draw one field anew for a key, and none when it is written', async () => {
    const { spec } = await unfolded();
    const field = screen.getByLabelText('Field1');
    mockDrawn.length = 0;
    fireEvent.change(field, { target: { value: '7' } });
    expect(new Set(mockDrawn)).toEqual(new Set(['Field1']));
    mockDrawn.length = 0;
    fireEvent.blur(field);
    expect(spec()).toEqual({ field1: 7 });
    expect(new Set(mockDrawn)).toEqual(new Set(['Field1']));
  });

  it('draw only what something is wrong with when they are checked', async () => {
    const properties = { a: { type: 'string' }, b: { type: 'string' } };
    renderFields({ schema: aSchema(properties, { required: ['a'] }) });
    await screen.findByLabelText('B');
    mockDrawn.length = 0;
    await userEvent.click(screen.getByText('Next'));
    await screen.findByText('This is needed.');
    expect(new Set(mockDrawn)).toEqual(new Set(['A']));
  });

  it('show first what has to be filled in', async () => {
    renderFields({ schema });
    expect(await screen.findByLabelText(/^Field45/)).toBeInTheDocument();
    expect(screen.queryByLabelText('Field1')).toBeNull();
  });

  it('lead to a folded one by its name', async () => {
    renderFields({ schema });
    await userEvent.type(
      await screen.findByRole('searchbox', { name: 'Find a field' }),
      'field41',
    );
    await userEvent.click(await screen.findByText('Field41'));
    expect(screen.getByLabelText('Field41')).toHaveFocus();
  });

  it('open a fold to show what is wrong in it', async () => {
    const { spec } = await unfolded();
    await userEvent.type(screen.getByLabelText('Field6'), 'many');
    await userEvent.tab();
    await userEvent.click(screen.getByText('More settings (40)'));
    await userEvent.click(screen.getByText('Next'));
    expect(spec()).toEqual({ field6: 'many' });
    await userEvent.click(
      await screen.findByText('Field6: This must be a whole number.'),
    );
    expect(screen.getByLabelText('Field6')).toHaveFocus();
  });
});

describe('schemas made to be nasty', () => {
  const schemas = new Map(
    [...handmadeSchemas(), ...seedSchemas()].map(
      ({ name, schema }) => [name, schema as OpenApiSchema] as const,
    ),
  );
  const schemaOf = (name: string) => {
    const schema = schemas.get(name);
    if (!schema) throw new Error(`There is no ${name}`);
    return schema;
  };

  it.each([
    'odd-keys v1',
    'clashing-names v1',
    'depth-40 v1',
    'mixed-enums v1',
  ])('%s: opens, touches nothing, and axe finds nothing', async name => {
    const { document: request } = renderFields({ schema: schemaOf(name) });
    const before = request.text;
    const main = await screen.findByRole('main');
    await screen.findByText('Next');
    await act(async () => {});
    expect(request.text).toBe(before);
    expect(await axeFindings(main)).toEqual([]);
  });

  it('properties-500: what has to be filled in is there, the rest folded', async () => {
    const { document: request } = renderFields({
      schema: schemaOf('properties-500 v1'),
    });
    const before = request.text;
    expect(await screen.findByText('More settings (400)')).toBeInTheDocument();
    expect(request.text).toBe(before);
    // All of them would keep axe busy for minutes here.
    expect(await axeFindings(screen.getByRole('search'))).toEqual([]);
  });

  it('a field forty levels deep is reached from its problem', async () => {
    const schema = schemaOf('depth-40 v1');
    renderFields({ schema });
    await screen.findByRole('button', { name: 'Next' });
    await userEvent.click(screen.getByText('Next'));
    const [problem] = await screen.findAllByRole('button', {
      name: /This is needed/,
    });
    await userEvent.click(problem);
    expect(document.activeElement).not.toBe(document.body);
    expect(screen.getByRole('main')).toContainElement(
      document.activeElement as HTMLElement,
    );
    expect(problem).not.toHaveFocus();
  });
});
