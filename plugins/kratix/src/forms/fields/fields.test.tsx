import type { OpenApiSchema } from '@kratix-portal/backstage-plugin-kratix-common';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axeFindings } from '../../__testUtils__/axe';
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

describe('what is typed is what is meant', () => {
  it.each<[string, OpenApiSchema, string, unknown]>([
    ['text', { type: 'string' }, 'large', 'large'],
    ['text that looks like a number', { type: 'string' }, '1', '1'],
    ['a whole number', { type: 'integer' }, '3', 3],
    [
      'a number beyond what JavaScript counts',
      { type: 'integer', format: 'int64' },
      '9223372036854775807',
      9223372036854775807n,
    ],
    ['a fraction', { type: 'number' }, '0.5', 0.5],
    ['no number, as it is', { type: 'integer' }, '12a', '12a'],
    [
      'digits of an int-or-string',
      { 'x-kubernetes-int-or-string': true },
      '80',
      80,
    ],
    ['its text', { 'x-kubernetes-int-or-string': true }, '50%', '50%'],
    [
      'its digits as text',
      { 'x-kubernetes-int-or-string': true },
      '"80"',
      '80',
    ],
  ])('%s', async (_what, schema, typed, value) => {
    const { spec } = show({ size: schema });
    await userEvent.type(await screen.findByLabelText('Size'), typed);
    await userEvent.tab();
    expect(spec()).toEqual({ size: value });
    expect(screen.getByLabelText('Size')).toHaveValue(typed);
  });

  it('is gone where a field is emptied again', async () => {
    const { spec } = show({ size: { type: 'string' } });
    const field = await screen.findByLabelText('Size');
    await userEvent.type(field, 'x');
    await userEvent.clear(field);
    await userEvent.tab();
    expect(spec()).toEqual({});
  });

  it('is empty text where nothing would mean the default', async () => {
    const { spec } = show({ size: { type: 'string', default: 'small' } });
    const field = await screen.findByLabelText('Size');
    expect(field).toHaveValue('small');
    await userEvent.clear(field);
    await userEvent.tab();
    expect(spec()).toEqual({ size: '' });
    await userEvent.click(
      screen.getByRole('button', { name: 'Use the default of Size' }),
    );
    expect(spec()).toEqual({});
    expect(screen.getByLabelText('Size')).toHaveValue('small');
  });

  it('is written before Ctrl+Enter reaches the page', async () => {
    const { spec } = show({ size: { type: 'string' } });
    const field = await screen.findByLabelText('Size');
    const heard = jest.fn(() => spec());
    window.addEventListener('keydown', event => event.ctrlKey && heard());
    await userEvent.type(field, 'big{Control>}{Enter}{/Control}');
    expect(heard).toHaveReturnedWith({ size: 'big' });
  });

  it.each<[string, unknown[], unknown, string]>([
    ['few: buttons', ['a', 'b'], 'b', 'radio'],
    ['of any type', [1, '1', ''], '1', 'radio'],
    ['some: a list', ['a', 'b', 'c', 'd', 'e'], 'd', 'combobox'],
  ])('a choice of %s', async (_what, values, value, role) => {
    const { spec } = show({ size: { enum: values } });
    if (role === 'radio') {
      const options = await screen.findAllByRole('radio');
      await userEvent.click(options[values.indexOf(value)]);
    } else {
      const list = await screen.findByRole(role, { name: 'Size' });
      await userEvent.selectOptions(list, String(value));
    }
    expect(spec()).toEqual({ size: value });
    if (role === 'radio') {
      await userEvent.click(screen.getByRole('button', { name: 'Clear Size' }));
    } else {
      await userEvent.selectOptions(screen.getByRole(role), 'Not set');
    }
    expect(spec()).toEqual({});
  });

  it('one of hundreds is found by typing', async () => {
    const values = Array.from({ length: 400 }, (_one, n) => `zone-${n}`);
    const { spec } = show({ zone: { type: 'string', enum: values } });
    const field = await screen.findByRole('textbox', { name: 'Zone' });
    await userEvent.type(field, 'zone-39');
    expect(screen.getAllByRole('option').length).toBeLessThan(61);
    await userEvent.click(screen.getByRole('option', { name: 'zone-399' }));
    expect(spec()).toEqual({ zone: 'zone-399' });
  });

  it('a choice that is no longer offered is shown and kept', async () => {
    const { spec } = show(
      { size: { type: 'string', enum: ['a', 'b', 'c', 'd', 'e'] } },
      { spec: { size: 'huge' } },
    );
    expect(await screen.findByText('huge (not offered)')).toBeVisible();
    expect(spec()).toEqual({ size: 'huge' });
  });

  it('yes, no and not set are three', async () => {
    const { spec } = show({ backup: { type: 'boolean' } });
    const box = await screen.findByRole('checkbox', { name: 'Backup' });
    expect(box).toHaveAccessibleDescription(/Not set/);
    await userEvent.click(box);
    expect(spec()).toEqual({ backup: true });
    await userEvent.click(box);
    expect(spec()).toEqual({ backup: false });
    await userEvent.click(screen.getByRole('button', { name: 'Clear Backup' }));
    expect(spec()).toEqual({});
  });

  it('null is something else than nothing', async () => {
    const { spec } = show({ size: { type: 'string', nullable: true } });
    const box = await screen.findByRole('checkbox', { name: /null/ });
    await userEvent.click(box);
    expect(spec()).toEqual({ size: null });
    await userEvent.click(box);
    expect(spec()).toEqual({});
  });

  it('a stepper steps by keys and keeps to its ends', async () => {
    const size = {
      type: 'integer',
      minimum: 1,
      maximum: 3,
      'x-kratix-portal': { widget: 'updown' },
    };
    const { spec } = show({ size });
    const field = await screen.findByLabelText('Size');
    await userEvent.type(field, '{ArrowUp}{ArrowUp}{ArrowUp}{ArrowUp}');
    expect(spec()).toEqual({ size: 3 });
    await userEvent.click(screen.getByRole('button', { name: 'Less of Size' }));
    expect(spec()).toEqual({ size: 2 });
  });
});

it.each([
  ['date', 'A date, such as 2026-01-31.'],
  ['duration', 'A duration, such as 90s, 15m or 1h30m.'],
  ['quantity', 'A quantity, such as 500m, 2 or 4Gi.'],
])('says how a %s is written', async (format, words) => {
  show({ size: { type: 'string', format } });
  expect(await screen.findByLabelText('Size')).toHaveAccessibleDescription(
    words,
  );
});

describe('lists and maps', () => {
  const users = {
    users: {
      type: 'array',
      items: {
        type: 'object',
        properties: { name: { type: 'string' }, admin: { type: 'boolean' } },
      },
    },
  };

  it('are filled, moved and emptied by keyboard alone', async () => {
    const { spec } = show(users);
    const user = userEvent.setup();
    (await screen.findByRole('button', { name: 'Add to Users' })).focus();
    await user.keyboard('{Enter}');
    await user.tab();
    expect(spec()).toEqual({ users: [{}] });
    const name = () => screen.getAllByLabelText('Name');
    name()[0].focus();
    await user.keyboard('ann');
    screen.getByRole('button', { name: 'Add to Users' }).focus();
    await user.keyboard('{Enter}');
    name()[1].focus();
    await user.keyboard('bob');
    await user.tab();
    expect(spec()).toEqual({ users: [{ name: 'ann' }, { name: 'bob' }] });
    screen.getByRole('button', { name: 'Move item 2 of Users up' }).focus();
    await user.keyboard('{Enter}');
    expect(spec()).toEqual({ users: [{ name: 'bob' }, { name: 'ann' }] });
    expect(screen.getByText('Moved to place 1 of 2')).toBeInTheDocument();
    // Up can't go on: focus stays with the item that moved.
    expect(document.activeElement).toHaveAccessibleName(
      'Move item 1 of Users down',
    );
    screen.getByRole('button', { name: 'Remove item 1 of Users' }).focus();
    await user.keyboard('{Enter}');
    expect(spec()).toEqual({ users: [{ name: 'ann' }] });
    await act(() => new Promise(done => requestAnimationFrame(done)));
    expect(document.activeElement).toHaveAccessibleName(
      'Remove item 1 of Users',
    );
  });

  it('of objects: what is filled in next has focus', async () => {
    show({
      users: {
        type: 'array',
        items: { type: 'object', properties: { name: { type: 'string' } } },
      },
    });
    const add = await screen.findByRole('button', { name: 'Add to Users' });
    await userEvent.click(add);
    expect(await screen.findByLabelText('Name')).toHaveFocus();
  });

  it('tell an empty list from none', async () => {
    const { spec } = show({
      tags: { type: 'array', items: { type: 'string' } },
    });
    (await screen.findByRole('button', { name: 'More for Tags' })).focus();
    expect(screen.queryByText('Set as an empty list')).toBeNull();
    await userEvent.keyboard('{Enter}');
    const item = await screen.findByRole('menuitem', {
      name: 'Set as an empty list',
    });
    expect(item).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(spec()).toEqual({ tags: [] });
    expect(screen.getByRole('button', { name: 'Add to Tags' })).toHaveFocus();
    await userEvent.click(
      screen.getByRole('button', { name: 'Leave Tags unset' }),
    );
    expect(spec()).toEqual({});
  });

  it('tell an empty map from none', async () => {
    const { spec } = show({
      limits: { type: 'object', additionalProperties: { type: 'integer' } },
    });
    const more = await screen.findByRole('button', { name: 'More for Limits' });
    await userEvent.click(more);
    await screen.findByRole('menuitem', { name: 'Set as an empty map' });
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('menuitem')).toBeNull();
    expect(more).toHaveFocus();
    await userEvent.click(more);
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Set as an empty map' }),
    );
    expect(spec()).toEqual({ limits: {} });
    await userEvent.click(
      screen.getByRole('button', { name: 'Leave Limits unset' }),
    );
    expect(spec()).toEqual({});
  });

  it('keep an item that is emptied', async () => {
    const { spec } = show(
      { tags: { type: 'array', items: { type: 'string' } } },
      { spec: { tags: ['a', 'b'] } },
    );
    await userEvent.clear(await screen.findByLabelText(/Tags, item 1/));
    await userEvent.tab();
    expect(spec()).toEqual({ tags: ['', 'b'] });
  });

  it('start from the default of the whole list', async () => {
    const tags = {
      type: 'array',
      default: ['a'],
      items: { type: 'string' },
    };
    const { spec } = show({ tags });
    expect(await screen.findByLabelText(/Tags, item 1/)).toHaveValue('a');
    expect(spec()).toEqual({});
    await userEvent.click(screen.getByRole('button', { name: 'Add to Tags' }));
    expect(spec()).toEqual({ tags: ['a', ''] });
  });

  it('take each key once, and keep the value of one that is renamed', async () => {
    const { spec } = show(
      { limits: { type: 'object', additionalProperties: { type: 'integer' } } },
      { spec: { limits: { cpu: 1 } } },
    );
    const key = await screen.findByLabelText('New key of Limits');
    await userEvent.type(key, 'cpu{Enter}');
    expect(screen.getByText('This key is there already.')).toBeVisible();
    await userEvent.clear(key);
    await userEvent.type(key, '__proto__{Enter}');
    await userEvent.type(screen.getByLabelText(/Value of __proto__/), '7');
    await userEvent.tab();
    expect(Object.entries(Object(spec()).limits)).toEqual([
      ['cpu', 1],
      ['__proto__', 7],
    ]);
    const name = screen.getByLabelText('Key cpu of Limits');
    await userEvent.clear(name);
    await userEvent.type(name, 'a.b/c{Enter}');
    expect(Object.entries(Object(spec()).limits)).toEqual([
      ['a.b/c', 1],
      ['__proto__', 7],
    ]);
    await userEvent.click(
      screen.getByRole('button', { name: 'Remove a.b/c from Limits' }),
    );
    expect(Object.keys(Object(spec()).limits)).toEqual(['__proto__']);
  });
});

it('opens, fills and leaves hostile names as they are', async () => {
  const names = ['__proto__', 'constructor', 'a.b', 'a/b', 'a~1b', ' ', '$ref'];
  const properties = Object.fromEntries(
    names.map(name => [name, { type: 'string' }]),
  );
  const { spec } = show(properties);
  await screen.findByLabelText('a.b');
  for (const field of screen.getAllByRole('textbox')) {
    await userEvent.type(field, 'x');
  }
  await userEvent.tab();
  expect(Object.keys(Object(spec())).sort()).toEqual([...names].sort());
});

it('says what is fixed, why, and does not let it change', async () => {
  const engine = {
    type: 'string',
    'x-kubernetes-validations': [
      { rule: 'self == oldSelf', message: 'The engine stays.' },
    ],
  };
  const { spec } = show({ engine }, { mode: 'edit', spec: { engine: 'v14' } });
  const field = await screen.findByLabelText('Engine');
  expect(field).toHaveAttribute('readonly');
  expect(field).toHaveAccessibleDescription(
    'Fixed after creation. Clone to change it. The engine stays.',
  );
  await userEvent.type(field, 'x');
  await userEvent.tab();
  expect(spec()).toEqual({ engine: 'v14' });
});

it('draws a value that has no place in its field as YAML', async () => {
  const { spec } = show(
    { size: { type: 'string' } },
    { spec: { size: { deep: [1] } } },
  );
  expect(await screen.findByText('Size')).toBeVisible();
  expect(screen.queryByRole('textbox', { name: 'Size' })).toBeNull();
  expect(spec()).toEqual({ size: { deep: [1] } });
});

it('finds nothing to complain about, and no reader of screens will', async () => {
  const { view, spec } = show({
    name: { type: 'string', description: 'What to call it.' },
    size: { type: 'string', enum: ['small', 'large'], default: 'small' },
    replicas: { type: 'integer', minimum: 1, maximum: 5 },
    backup: { type: 'boolean' },
    tags: { type: 'array', items: { type: 'string' }, default: ['a'] },
    limits: {
      type: 'object',
      additionalProperties: { 'x-kubernetes-int-or-string': true },
    },
    users: {
      type: 'array',
      items: { type: 'object', properties: { name: { type: 'string' } } },
    },
    pool: { type: 'object', properties: { size: { type: 'integer' } } },
  });
  await screen.findByLabelText('Name');
  await userEvent.click(screen.getByRole('button', { name: 'Add to Users' }));
  await next();
  const main = screen.getByRole('main');
  expect(await axeFindings(main)).toEqual([]);
  expect(within(main).queryByText(/needs a look/)).toBeNull();
  expect(spec()).toEqual({ users: [{}] });
  expect(view.container).toContainElement(main);
});
