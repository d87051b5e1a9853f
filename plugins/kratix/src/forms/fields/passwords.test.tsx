import type { OpenApiSchema } from '@kratix-portal/backstage-plugin-kratix-common';
import { act, screen } from '@testing-library/react';
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

const secret = { token: { type: 'string', format: 'password' } };
const edit = { mode: 'edit', spec: { token: 's3cret' } } as const;

const field = () => screen.findByLabelText(/^Token/);

async function empty() {
  await userEvent.type(await field(), 'x');
  await userEvent.tab();
  await userEvent.clear(await field());
  await userEvent.tab();
}

describe('a password', () => {
  it('is never shown back, and stays while nothing is typed', async () => {
    const { spec } = show(secret, edit);
    expect(await field()).toHaveValue('');
    expect(await field()).toHaveAttribute('placeholder', 'Unchanged');
    expect(await field()).toHaveAccessibleDescription(/is not shown/);
    expect(document.body.innerHTML).not.toContain('s3cret');
    await userEvent.click(await field());
    await userEvent.tab();
    expect(spec()).toEqual({ token: 's3cret' });
  });

  it('is replaced by what is typed', async () => {
    const { spec } = show(secret, edit);
    await userEvent.type(await field(), 'new');
    await userEvent.tab();
    expect(spec()).toEqual({ token: 'new' });
    expect(await field()).toHaveValue('new');
    expect(await field()).not.toHaveAttribute('placeholder', 'Unchanged');
  });

  it('is unset once it is emptied, and no longer called unchanged', async () => {
    const { spec } = show(secret, edit);
    await empty();
    expect(spec()).toEqual({});
    expect(await field()).not.toHaveAttribute('placeholder', 'Unchanged');
    expect(await field()).not.toHaveAccessibleDescription(/is not shown/);
  });

  it('stays unset when it is cleared, typed and emptied again', async () => {
    const { spec } = show(secret, edit);
    await field();
    await userEvent.click(screen.getByRole('button', { name: 'Clear Token' }));
    expect(spec()).toEqual({});
    await empty();
    expect(spec()).toEqual({});
  });

  it('is as it was again for whoever asks for it', async () => {
    const { spec } = show(secret, edit);
    await field();
    const keep = { name: 'Keep what was set for Token' };
    expect(screen.queryByRole('button', keep)).toBeNull();
    await empty();
    await userEvent.click(screen.getByRole('button', keep));
    expect(spec()).toEqual({ token: 's3cret' });
    expect(await field()).toHaveAttribute('placeholder', 'Unchanged');
    expect(screen.queryByRole('button', keep)).toBeNull();
  });

  it('that has to be there is asked for when it is emptied', async () => {
    const schema = aSchema(secret, { required: ['token'] });
    renderFields({ schema, ...edit });
    await empty();
    expect(await screen.findByText('This is needed.')).toBeVisible();
  });

  it('with a default is empty, not the default, when it is emptied', async () => {
    const token = { ...secret.token, default: 'changeme' };
    const { spec } = show({ token }, { mode: 'edit', spec: { token: 'own' } });
    await empty();
    expect(spec()).toEqual({ token: '' });
    expect(document.body.innerHTML).not.toContain('changeme');
  });

  it('shows no dots for what was changed elsewhere meanwhile', async () => {
    const { document: request } = show(secret, edit);
    await userEvent.type(await field(), 'mine');
    await userEvent.tab();
    act(() => request.set(['spec', 'token'], 'theirs'));
    expect(await screen.findByText(/is not shown/)).toBeVisible();
    expect(await field()).toHaveValue('');
  });
});
