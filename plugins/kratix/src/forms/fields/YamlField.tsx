import { describedBy, FieldShell } from './FieldShell';
import type { FieldProps } from './FieldsContext';
import { useScalar } from './useScalar';
import { YamlInput } from './YamlInput';

/** A value without fields to show. @internal */
export function YamlField(props: FieldProps) {
  const { plan, path, required } = props;
  const scalar = useScalar(props, { clearable: true });
  const { id, value, readOnly, problems, words, actions, write } = scalar;
  const { holds, schema } =
    plan.kind === 'yaml'
      ? plan
      : { holds: 'anything' as const, schema: undefined };
  return (
    <FieldShell
      id={id}
      words={words}
      required={required}
      problems={problems}
      labels="group"
      actions={actions}
    >
      <YamlInput
        id={id}
        path={path}
        title={words.title}
        value={value}
        holds={holds}
        write={write}
        readOnly={readOnly}
        minLines={4}
        schema={schema}
        describedBy={describedBy(id, words, problems)}
      />
    </FieldShell>
  );
}
