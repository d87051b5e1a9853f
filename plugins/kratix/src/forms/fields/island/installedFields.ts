import type { ApiHolder } from '@backstage/core-plugin-api';
import type { FieldExtensionOptions } from '@backstage/plugin-scaffolder-react';
import { formFieldsApiRef } from '@backstage/plugin-scaffolder-react/alpha';

/** What of an installed field is used here. @internal */
export type InstalledExtension = Pick<
  FieldExtensionOptions<unknown, unknown>,
  'name' | 'component'
>;

/**
 * The field extensions that the app has installed. None where the app has no
 * scaffolder.
 *
 * @internal
 */
export async function installedFields(
  apis: ApiHolder,
): Promise<InstalledExtension[]> {
  const fields: unknown[] =
    (await apis.get(formFieldsApiRef)?.loadFormFields()) ?? [];
  return fields.filter(isExtension);
}

/** The type that the API promises says nothing of what is in it. */
function isExtension(field: unknown): field is InstalledExtension {
  return (
    typeof field === 'object' &&
    field !== null &&
    'name' in field &&
    typeof field.name === 'string' &&
    'component' in field &&
    // What React makes of a component, such as memo(), is an object.
    (typeof field.component === 'function' ||
      (typeof field.component === 'object' && field.component !== null))
  );
}
