import {
  fieldText,
  readFieldText,
  sameValue,
  type FieldPlan,
  type YamlPlan,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useState } from 'react';
import { YamlEditor, type YamlProblem } from '../yaml';
import { useFields, type FieldProps } from './FieldsContext';
import { describedBy, FieldShell, partsOf } from './FieldShell';
import { useScalar } from './useScalar';

/**
 * A value without fields to show, as a text of its own. What was typed stays
 * while it means what the request holds.
 *
 * @internal
 */
export function YamlField(props: FieldProps) {
  const { plan, required } = props;
  const scalar = useScalar(props, { clearable: true });
  const { id, t, value, readOnly, problems, words, actions } = scalar;
  const holds: YamlPlan['holds'] =
    plan.kind === 'yaml' ? plan.holds : 'anything';
  const { text, wrong, change } = useYamlDraft(props, {
    value,
    holds,
    write: scalar.write,
    say: {
      mapping: t('form.yamlNotMapping'),
      list: t('form.yamlNotList'),
    },
  });
  return (
    <FieldShell
      id={id}
      words={words}
      required={required}
      problems={problems}
      labels="group"
      actions={actions}
    >
      <div
        id={id}
        role="group"
        tabIndex={-1}
        aria-labelledby={partsOf(id).label}
      >
        <YamlEditor
          value={text}
          onChange={change}
          problems={wrong}
          label={t('form.yaml', { field: words.title })}
          readOnly={readOnly}
          minLines={4}
          schema={plan.kind === 'yaml' ? plan.schema : undefined}
          describedBy={describedBy(id, words, problems)}
        />
      </div>
    </FieldShell>
  );
}

/** @internal */
export function useYamlDraft(
  props: Pick<FieldProps<FieldPlan>, 'path'>,
  options: {
    value: unknown;
    holds: YamlPlan['holds'];
    write: (value: unknown) => void;
    say: { mapping: string; list: string };
  },
): {
  text: string;
  wrong: YamlProblem[];
  change: (text: string) => void;
} {
  const { store } = useFields();
  const { value, holds, write, say } = options;
  const [draft, setDraft] = useState<{ text: string; means: unknown }>();
  const [wrong, setWrong] = useState<YamlProblem[]>([]);
  const isWaiting = store.isPending(props.path);
  const holdsDraft =
    draft !== undefined &&
    (isWaiting || wrong.length > 0 || sameValue(draft.means, value));
  return {
    text: holdsDraft ? draft.text : fieldText(value),
    wrong: holdsDraft ? wrong : [],
    change(text) {
      setDraft({ text, means: value });
      store.later(props.path, () => {
        const read = readFieldText(text);
        if ('errors' in read) {
          setWrong(read.errors);
          return;
        }
        const mistake = shapeMistake(read.value, holds, say);
        if (mistake !== undefined) {
          setWrong([{ line: 1, message: mistake }]);
          return;
        }
        setWrong([]);
        write(read.value);
        setDraft({ text, means: read.value });
      });
    },
  };
}

function shapeMistake(
  value: unknown,
  holds: YamlPlan['holds'],
  say: { mapping: string; list: string },
): string | undefined {
  if (value === undefined || value === null || holds === 'anything') {
    return undefined;
  }
  const isList = Array.isArray(value);
  if (holds === 'list') return isList ? undefined : say.list;
  return typeof value === 'object' && !isList ? undefined : say.mapping;
}
