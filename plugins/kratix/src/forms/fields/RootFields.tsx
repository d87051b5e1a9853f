import type {
  FieldPlan,
  ValuePath,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { childPath } from './fieldPath';
import { FieldView } from './FieldView';
import { ObjectFields } from './ObjectField';
import { RestField } from './RestField';

const root: ValuePath = [];
const none: [] = [];

const topOf = (name: string): ValuePath => childPath(root, name);

/** Asked for elsewhere, or not by people. */
const envelope = ['apiVersion', 'kind', 'metadata', 'status'];

/**
 * The top of the form: a Promise's fields are nearly always those of `spec`
 * alone, which needs no heading then.
 *
 * @internal
 */
export function RootFields(props: { plan: FieldPlan }) {
  const { plan } = props;
  const base = { required: true, level: 0, keep: 1, inherited: none };
  if (plan.kind !== 'object') {
    // The whole request beside its envelope, as one text.
    const fields = { kind: 'object', fields: [], rest: true } as const;
    return (
      <RestField
        {...base}
        plan={{ ...fields, fields: [] }}
        path={root}
        names={envelope}
      />
    );
  }
  const [only] = plan.fields;
  const isAlone =
    plan.fields.length === 1 && !plan.rest && only.plan.kind === 'object';
  return (
    <>
      {isAlone && only.plan.kind === 'object' ? (
        <ObjectFields {...base} plan={only.plan} path={topOf(only.name)} />
      ) : (
        plan.fields.map(field => (
          <FieldView
            {...base}
            key={field.name}
            plan={field.plan}
            path={topOf(field.name)}
            required={field.required}
            keep={field.required ? 1 : 0}
          />
        ))
      )}
      {plan.rest && (
        <RestField
          {...base}
          plan={plan}
          path={root}
          names={[...envelope, ...plan.fields.map(({ name }) => name)]}
        />
      )}
    </>
  );
}
