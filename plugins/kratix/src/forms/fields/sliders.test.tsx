import type { OpenApiSchema } from '@kratix-portal/backstage-plugin-kratix-common';
import { fireEvent, screen } from '@testing-library/react';
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

const slider = (more: object = {}) => ({
  size: {
    type: 'integer',
    minimum: 0,
    maximum: 10,
    'x-kratix-portal': { widget: 'slider' },
    ...more,
  },
});

const thumb = () => screen.findByRole('slider', { name: 'Size' });

/** The keys that its readers press. */
async function press(...keys: string[]) {
  const at = await thumb();
  at.focus();
  for (const key of keys) fireEvent.keyDown(at, { key });
}

describe('a slider', () => {
  it('is not set until it is moved, and can be unset again', async () => {
    const { spec } = show(slider());
    expect(await thumb()).toHaveAccessibleDescription(/Not set/);
    expect(spec()).toEqual({});
    await press('ArrowRight');
    expect(spec()).toEqual({ size: 1 });
    await userEvent.click(screen.getByRole('button', { name: 'Clear Size' }));
    expect(spec()).toEqual({});
  });

  it('moves by its steps, and not beyond its ends', async () => {
    const { spec } = show(slider({ minimum: 2, multipleOf: 4 }), {
      spec: { size: 4 },
    });
    await press('ArrowRight');
    expect(spec()).toEqual({ size: 8 });
    await press('ArrowRight', 'ArrowRight');
    expect(spec()).toEqual({ size: 8 });
    await press('Home');
    expect(spec()).toEqual({ size: 4 });
  });

  it('starts at its default, which it can go back to', async () => {
    const { spec } = show(slider({ default: 3 }));
    expect(await thumb()).toHaveAttribute('aria-valuenow', '3');
    await press('ArrowLeft');
    expect(spec()).toEqual({ size: 2 });
    await userEvent.click(
      screen.getByRole('button', { name: 'Use the default of Size' }),
    );
    expect(spec()).toEqual({});
    expect(await thumb()).toHaveAttribute('aria-valuenow', '3');
  });

  it('shows a value beyond its ends as it is', async () => {
    const { spec } = show(slider(), { spec: { size: 99 } });
    expect(await thumb()).toHaveAccessibleDescription(/99/);
    expect(spec()).toEqual({ size: 99 });
  });
});
