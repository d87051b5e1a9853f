import { TestApiProvider } from '@backstage/frontend-test-utils';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import {
  createFormField,
  formFieldsApiRef,
  type FormField,
} from '@backstage/plugin-scaffolder-react/alpha';
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aSchema, renderFields } from '../../../__testUtils__/renderFields';

/** A field extension as an app may have it. */
function Region(props: FieldExtensionComponentProps<string>) {
  const { formData, onChange, schema, uiSchema, disabled } = props;
  const { zone = 'none' } = Object(uiSchema?.['ui:options']);
  return (
    <label>
      {`Own ${schema.title} of ${zone}`}
      <input
        value={formData ?? ''}
        disabled={disabled}
        onChange={({ target }) => onChange(target.value)}
      />
    </label>
  );
}

function Crash(): JSX.Element {
  throw new Error('no such region');
}

const installed = [
  createFormField({ name: 'RegionPicker', component: Region }),
  createFormField({ name: 'Broken', component: Crash }),
];

function show(
  name: string,
  options: {
    spec?: object;
    load?: () => Promise<FormField[]>;
  } = {},
) {
  const { spec = {}, load = async () => installed } = options;
  const field = { name, options: { zone: 'eu' } };
  return renderFields({
    schema: aSchema({
      region: { type: 'string', 'x-kratix-portal': { field } },
      size: { type: 'string' },
    }),
    spec,
    around: page => (
      <TestApiProvider apis={[[formFieldsApiRef, { loadFormFields: load }]]}>
        {page}
      </TestApiProvider>
    ),
  });
}

const failed = 'Its own field can’t be shown, so it is plain here.';

/** Types into the plain field, which has to be there. */
async function typePlain() {
  const plain = await screen.findByRole('textbox', { name: 'Region' });
  await userEvent.type(plain, 'north');
  await userEvent.tab();
}

describe('a field extension of the scaffolder', () => {
  it('is drawn in its place, with its options, and writes what it says', async () => {
    const { spec } = show('RegionPicker', { spec: { region: 'west' } });
    const own = await screen.findByLabelText('Own Region of eu');
    expect(own).toHaveValue('west');
    expect(screen.queryByRole('textbox', { name: 'Region' })).toBeNull();
    await userEvent.clear(own);
    await userEvent.type(own, 'north');
    expect(spec()).toEqual({ region: 'north' });
    expect(own).toHaveValue('north');
  });

  it('shows what is written elsewhere', async () => {
    const { document } = show('RegionPicker');
    const own = await screen.findByLabelText('Own Region of eu');
    act(() => document.set(['spec', 'region'], 'south'));
    expect(await screen.findByDisplayValue('south')).toBe(own);
  });

  it('that the app has not is the plain field, without a word', async () => {
    const { spec } = show('Unheard');
    await typePlain();
    expect(spec()).toEqual({ region: 'north' });
    expect(screen.queryByText(failed)).toBeNull();
  });

  it('is the plain field in an app without a scaffolder', async () => {
    const { spec } = renderFields({
      schema: aSchema({
        region: {
          type: 'string',
          'x-kratix-portal': { field: { name: 'RegionPicker' } },
        },
      }),
    });
    await typePlain();
    expect(spec()).toEqual({ region: 'north' });
  });
});

describe('where others fail', () => {
  beforeEach(() => {
    // React tells of each error that a boundary catches.
    jest.spyOn(console, 'error').mockImplementation(() => {});
  });

  afterEach(() => jest.restoreAllMocks());

  it('a field that crashes is plain, says so, and takes nothing with it', async () => {
    const { spec } = show('Broken');
    expect(await screen.findByText(failed)).toBeVisible();
    await typePlain();
    expect(spec()).toEqual({ region: 'north' });
    expect(screen.getByRole('textbox', { name: 'Size' })).toBeVisible();
  });

  it('fields that can not be loaded are plain too', async () => {
    const load = () => Promise.reject(new Error('gone'));
    const { spec } = show('RegionPicker', { load });
    expect(await screen.findByText(failed)).toBeVisible();
    await typePlain();
    expect(spec()).toEqual({ region: 'north' });
  });
});
