import {
  compileSchema,
  formOf,
  RequestDocument,
  type FormOptions,
  type OpenApiSchema,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { FakeKratix } from '@kratix-portal/backstage-plugin-kratix-react/testUtils';
import { useState, type JSX } from 'react';
import {
  ProblemSummary,
  RequestFields,
  useFormProblems,
} from '../forms/fields';
import { renderKratix } from './renderKratix';
import { aFakeKratix } from './world';

/** The schema of a request with these fields under `spec`. @internal */
export function aSchema(
  properties: Record<string, OpenApiSchema>,
  more: OpenApiSchema = {},
): OpenApiSchema {
  return {
    type: 'object',
    properties: { spec: { type: 'object', properties, ...more } },
  };
}

/** @internal */
export interface FieldsSetup {
  schema: OpenApiSchema;
  spec?: object;
  mode?: 'new' | 'edit';
  form?: FormOptions;
  kratix?: FakeKratix;
  /** Puts more APIs around it. */
  around?: (page: JSX.Element) => JSX.Element;
}

/** The fields of a request as a page would show them. @internal */
export function renderFields(setup: FieldsSetup) {
  const { schema, spec = {}, mode = 'new', form } = setup;
  const { kratix = aFakeKratix(), around = page => page } = setup;
  const document = RequestDocument.of({
    apiVersion: 'data.example.com/v1',
    kind: 'Thing',
    metadata: { name: 'one', namespace: 'default' },
    spec,
  });
  const { plan } = formOf(schema, form);
  const compiled = compileSchema(schema);
  function Page() {
    const fields = useFormProblems({ document, schema: compiled });
    const [tries, setTries] = useState(0);
    return (
      <main>
        <ProblemSummary
          problems={tries > 0 ? fields.problems : []}
          onGo={fields.goTo}
          plan={plan}
        />
        <RequestFields
          {...fields.props}
          plan={plan}
          document={document}
          mode={mode}
          platform="eu-dev"
          crd="things.data.example.com"
        />
        <button
          type="button"
          onClick={() => {
            fields.validate();
            setTries(count => count + 1);
          }}
        >
          Next
        </button>
      </main>
    );
  }
  const view = renderKratix(around(<Page />), kratix);
  return { document, plan, view, spec: () => document.get(['spec']) };
}
