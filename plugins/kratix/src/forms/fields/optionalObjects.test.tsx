import type { OpenApiSchema } from '@kratix-portal/backstage-plugin-kratix-common';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  aSchema,
  renderFields,
  type FieldsSetup,
} from '../../__testUtils__/renderFields';

const show = (
  properties: Record<string, OpenApiSchema>,
  more: Omit<FieldsSetup, 'schema'> = {},
) => renderFields({ schema: aSchema(properties), ...more });

const next = () =>
  userEvent.click(screen.getByRole('button', { name: 'Next' }));

describe('an object that is optional', () => {
  const backup = {
    backup: {
      type: 'object',
      required: ['bucket'],
      properties: {
        bucket: { type: 'string' },
        daily: { type: 'boolean', default: true },
      },
    },
  };

  it('stays absent until it is wanted, and asks for its own then', async () => {
    const { spec } = show(backup);
    await next();
    expect(screen.queryByText(/needs a look/)).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Add Backup' }));
    expect(spec()).toEqual({ backup: {} });
    await next();
    const problem = await screen.findByRole('button', { name: /Bucket/ });
    await userEvent.click(problem);
    const bucket = screen.getByLabelText(/^Bucket/);
    expect(bucket).toHaveFocus();
    expect(bucket).toBeInvalid();
    expect(bucket).toHaveAccessibleDescription('This is needed.');
    await userEvent.click(
      screen.getByRole('button', { name: 'Remove Backup' }),
    );
    expect(spec()).toEqual({});
  });

  it('goes with the last field that was typed into it', async () => {
    const pool = { type: 'object', properties: { size: { type: 'integer' } } };
    const { spec } = show({ pool });
    const field = await screen.findByLabelText('Size');
    await userEvent.type(field, '1');
    await userEvent.tab();
    expect(spec()).toEqual({ pool: { size: 1 } });
    await userEvent.clear(field);
    await userEvent.tab();
    expect(spec()).toEqual({});
  });

  it('stays where it was there before', async () => {
    const pool = { type: 'object', properties: { size: { type: 'integer' } } };
    const { spec } = show({ pool }, { spec: { pool: { size: 1 } } });
    await userEvent.clear(await screen.findByLabelText('Size'));
    await userEvent.tab();
    expect(spec()).toEqual({ pool: {} });
  });

  it('brings in the whole default with its first change', async () => {
    const pool = {
      type: 'object',
      default: { min: 1, max: 9 },
      properties: { min: { type: 'integer' }, max: { type: 'integer' } },
    };
    const { spec } = show({ pool });
    expect(await screen.findByLabelText('Max')).toHaveValue('9');
    const min = screen.getByLabelText('Min');
    await userEvent.clear(min);
    await userEvent.type(min, '2');
    await userEvent.tab();
    expect(spec()).toEqual({ pool: { min: 2, max: 9 } });
  });
});
