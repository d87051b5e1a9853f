import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { TemplateParameterSchema } from '@backstage/plugin-scaffolder-react';
import { Stepper } from '@backstage/plugin-scaffolder-react/alpha';
import {
  compileSchema,
  formDataFromObject,
  formOf,
  isRecord,
  objectFromForm,
  parseExact,
  requestSample,
  stringifyExact,
  templateSchemaOf,
  type RequestForm,
  type SampleKind,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  handmadeSchemas,
  seedSchemas,
  sharedSchemas,
  type SchemaCase,
} from '@kratix-portal/backstage-plugin-kratix-common/testUtils';
import { fireEvent, screen, waitFor } from '@testing-library/react';

// No API server has these: their defaults or shapes break its rules.
const refused = /^(bad-defaults|emissary)/;
const casesOf = (
  schemas: SchemaCase[],
  kind: SampleKind,
): [string, SampleKind, SchemaCase][] =>
  schemas
    .filter(({ file }) => !refused.test(file))
    .map(one => [one.name, kind, one]);

const others = sharedSchemas();
if (others.length === 0) {
  process.stdout.write(
    'The schemas beside this checkout are missing: their forms are not drawn\n',
  );
}

const cases = [
  ...casesOf([...handmadeSchemas(), ...seedSchemas()], 'full'),
  // Real ones are so large that drawing all of them takes minutes.
  ...casesOf(others, 'minimal'),
];

/** As the Template of a Promise holds it. */
function manifestOf(form: RequestForm): TemplateParameterSchema {
  const schema = {
    type: 'object',
    properties: { values: { ...templateSchemaOf(form), title: '' } },
  };
  return { title: 'Request', steps: [{ title: 'Fields', schema }] };
}

/** As it travels to the backend. */
const plain = (value: unknown) => parseExact(stringifyExact(value));

/** Goes through the scaffolder's own form, which checks by its own validator. */
async function sendUnchanged(form: RequestForm, data: unknown) {
  const sent = jest.fn(async (_values: unknown) => {});
  await renderInTestApp(
    <Stepper
      manifest={manifestOf(form)}
      extensions={[]}
      initialState={Object(plain({ values: data }))}
      onCreate={sent}
    />,
  );
  fireEvent.click(screen.getByText('Review', { selector: 'button *' }));
  // A form that finds something wrong stays where it is.
  fireEvent.click(await screen.findByText('Create', { selector: 'button *' }));
  await waitFor(() => expect(sent).toHaveBeenCalled());
  const [values] = sent.mock.lastCall ?? [];
  return isRecord(values) ? values.values : undefined;
}

describe('a form in the stock scaffolder opens, is valid, and sends what it holds', () => {
  it.each(cases)('%s, %s', async (_name, kind, { schema }) => {
    const form = formOf(schema);
    const { check, shape } = compileSchema(isRecord(schema) ? schema : {});
    const meant = requestSample(schema, kind, one => check(shape(one)));
    const values = await sendUnchanged(form, formDataFromObject(form, meant));
    const arrived = objectFromForm(form, values);
    expect(plain(shape(arrived))).toEqual(plain(shape(meant)));
  });
});
