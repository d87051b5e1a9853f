import {
  inert,
  stringifyExact,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { KratixT } from '@kratix-portal/backstage-plugin-kratix-react';

/** A value on one line. @internal */
export function valueWords(value: unknown, t: KratixT): string {
  if (value === '') return t('form.empty');
  if (value === null) return t('form.nothing');
  return typeof value === 'string' ? value : inert(stringifyExact(value) ?? '');
}
