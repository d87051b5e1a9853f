import type { JsonObject } from '@backstage/types';
import type { FormSchema, FormUiSchema } from './drawn';
import type { RequestForm } from './requestForm';
import { isRecord } from '../kube';

/**
 * The form as a Template holds it: one schema, the `ui:` keys inside it.
 *
 * @public
 */
export function templateSchemaOf(form: RequestForm): JsonObject {
  // A copy, since entities are changed by whoever handles them.
  return JSON.parse(JSON.stringify(embedded(form.schema, form.uiSchema)));
}

function embedded(schema: FormSchema, ui: FormUiSchema): FormSchema {
  const result = { ...schema };
  for (const [key, value] of Object.entries(ui)) {
    if (key.startsWith('ui:')) result[key] = value;
  }
  if (isRecord(schema.properties)) {
    result.properties = Object.fromEntries(
      Object.entries(schema.properties).map(([key, child]) => [
        key,
        embedChild(child, ui[key]),
      ]),
    );
  }
  if (isRecord(schema.items)) {
    result.items = embedChild(schema.items, ui.items);
  }
  return result;
}

function embedChild(schema: unknown, ui: unknown): unknown {
  return isRecord(schema) ? embedded(schema, isRecord(ui) ? ui : {}) : schema;
}
