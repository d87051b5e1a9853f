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
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  handmadeSchemas,
  seedSchemas,
  type SchemaCase,
} from '@kratix-portal/backstage-plugin-kratix-common/testUtils';
import { fireEvent, screen, waitFor } from '@testing-library/react';

const cases: [string, SchemaCase][] = [...handmadeSchemas(), ...seedSchemas()]
  // No API server has it: its defaults break its own rules.
  .filter(({ file }) => file !== 'bad-defaults')
  .map(one => [one.name, one]);

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
  it.each(cases)('%s', async (_name, { schema }) => {
    const form = formOf(schema);
    const { check, shape } = compileSchema(isRecord(schema) ? schema : {});
    const meant = requestSample(schema, 'full', one => check(shape(one)));
    const values = await sendUnchanged(form, formDataFromObject(form, meant));
    const arrived = objectFromForm(form, values);
    expect(plain(shape(arrived))).toEqual(plain(shape(meant)));
  });
});
