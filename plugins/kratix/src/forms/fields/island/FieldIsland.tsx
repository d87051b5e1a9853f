import { useApiHolder } from '@backstage/frontend-plugin-api';
import { Form } from '@backstage/plugin-scaffolder-react/alpha';
import type { FieldPlan } from '@kratix-portal/backstage-plugin-kratix-common';
import { useMemo, type ComponentProps, type ReactNode } from 'react';
import useAsync from 'react-use/esm/useAsync';
import { fieldId } from '../fieldPath';
import type { FieldProps } from '../FieldsContext';
import { FieldNotes, FieldProblems } from '../FieldShell';
import { useScalar } from '../useScalar';
import { installedFields, type InstalledExtension } from './installedFields';

/** The request is checked as a whole elsewhere. */
const unchecked: ComponentProps<typeof Form>['validator'] = {
  isValid: () => true,
  rawValidation: () => ({ errors: [] }),
  toErrorList: () => [],
  validateFormData: () => ({ errors: [], errorSchema: {} }),
};

/** A field that the app has installed, in a form of its own. @internal */
export function FieldIsland(props: FieldProps & { children: ReactNode }) {
  const apis = useApiHolder();
  const { children, ...field } = props;
  const wanted = field.plan.hints?.field;
  const { value, loading, error } = useAsync(
    () => installedFields(apis),
    [apis],
  );
  // For the boundary around it, as a field that crashes.
  if (error) throw error;
  const found = value?.find(({ name }) => name === wanted?.name);
  if (loading) return null;
  return found ? (
    <Island {...field} extension={found} options={wanted?.options} />
  ) : (
    <>{children}</>
  );
}

function Island(
  props: FieldProps & {
    extension: InstalledExtension;
    options?: object;
  },
) {
  const { plan, path, required, extension, options } = props;
  const { value, readOnly, problems, words, write } = useScalar(props);
  const { name, component } = extension;
  const schema = useMemo(
    () => ({
      type: typeOf(plan),
      title: words.title,
      ...(plan.description !== undefined && { description: plan.description }),
    }),
    [plan, words.title],
  );
  const uiSchema = useMemo(
    () => ({ 'ui:field': name, 'ui:options': { ...options } }),
    [name, options],
  );
  const fields = useMemo(() => ({ [name]: component }), [name, component]);
  const id = fieldId(path);
  return (
    <div id={id} role="group" tabIndex={-1} aria-label={words.title}>
      <Form
        tagName="div"
        idPrefix={id}
        schema={schema}
        uiSchema={uiSchema}
        fields={fields}
        formData={value}
        formContext={{ formData: value, required }}
        readonly={readOnly}
        disabled={readOnly}
        validator={unchecked}
        noHtml5Validate
        onChange={({ formData }) => write(formData)}
      >
        <></>
      </Form>
      <FieldNotes id={id} words={words} />
      <FieldProblems id={id} problems={problems} />
    </div>
  );
}

function typeOf(
  plan: FieldPlan,
): 'integer' | 'number' | 'boolean' | 'array' | 'object' | 'string' {
  switch (plan.kind) {
    case 'number':
      return plan.integer ? 'integer' : 'number';
    case 'flag':
      return 'boolean';
    case 'list':
      return 'array';
    case 'object':
    case 'map':
      return 'object';
    default:
      return 'string';
  }
}
