import {
  fieldText,
  readFieldText,
  sameValue,
  type YamlPlan,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useKratixTranslation } from '@kratix-portal/backstage-plugin-kratix-react';
import { useState } from 'react';
import { YamlEditor, type YamlProblem } from '../yaml';
import { useFields, type FieldProps } from './FieldsContext';
import { partsOf } from './FieldShell';

interface YamlValue {
  /** Where its writes wait for typing to pause. */
  path: FieldProps['path'];
  value: unknown;
  holds: YamlPlan['holds'];
  write: (value: unknown) => void;
}

/**
 * A value as a text of its own. What was typed stays while it means what the
 * request holds.
 *
 * @internal
 */
export function YamlInput(
  props: YamlValue & {
    id: string;
    title: string;
    readOnly: boolean;
    minLines: number;
    schema?: YamlPlan['schema'];
    describedBy?: string;
  },
) {
  const { t } = useKratixTranslation();
  const { id, title, readOnly, minLines, schema } = props;
  const { text, wrong, change } = useYamlDraft(props, {
    mapping: t('form.yamlNotMapping'),
    list: t('form.yamlNotList'),
  });
  return (
    <div id={id} role="group" tabIndex={-1} aria-labelledby={partsOf(id).label}>
      <YamlEditor
        value={text}
        onChange={change}
        problems={wrong}
        label={t('form.yaml', { field: title })}
        readOnly={readOnly}
        minLines={minLines}
        schema={schema}
        describedBy={props.describedBy}
      />
    </div>
  );
}

function useYamlDraft(
  { path, value, holds, write }: YamlValue,
  say: { mapping: string; list: string },
): {
  text: string;
  wrong: YamlProblem[];
  change: (text: string) => void;
} {
  const { store } = useFields();
  const [draft, setDraft] = useState<{ text: string; means: unknown }>();
  const [wrong, setWrong] = useState<YamlProblem[]>([]);
  const isWaiting = store.isPending(path);
  const holdsDraft =
    draft !== undefined &&
    (isWaiting || wrong.length > 0 || sameValue(draft.means, value));
  return {
    text: holdsDraft ? draft.text : fieldText(value),
    wrong: holdsDraft ? wrong : [],
    change(text) {
      setDraft({ text, means: value });
      store.later(path, () => {
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
