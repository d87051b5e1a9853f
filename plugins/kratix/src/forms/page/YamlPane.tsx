import {
  yamlPlaces,
  type OpenApiSchema,
  type RequestDocument,
  type TextPosition,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useKratixTranslation } from '@kratix-portal/backstage-plugin-kratix-react';
import { useMemo } from 'react';
import type { FieldProblem } from '../fields';
import { YamlEditor } from '../yaml';
import { useOfDocument } from './useDocument';

/** The document as text. Apart, so that typing draws no more than this. @internal */
export function YamlPane(props: {
  document: RequestDocument;
  schema: OpenApiSchema;
  problems: readonly FieldProblem[];
  goTo?: TextPosition;
}) {
  const { t } = useKratixTranslation();
  const { document, schema, problems, goTo } = props;
  const { text, errors } = useOfDocument(document, one => ({
    text: one.text,
    errors: one.errors.map(({ line, column, message }) => ({
      line,
      column,
      message,
    })),
  }));
  const shown = useMemo(() => {
    if (errors.length > 0) return errors;
    const places = yamlPlaces(text);
    return problems.map(({ path, message }) => ({
      ...places.positionOf(path),
      message,
    }));
  }, [text, errors, problems]);
  return (
    <YamlEditor
      value={text}
      onChange={typed => document.setText(typed)}
      problems={shown}
      label={t('formPage.view.yamlLabel')}
      schema={schema}
      minLines={20}
      goTo={goTo}
    />
  );
}
