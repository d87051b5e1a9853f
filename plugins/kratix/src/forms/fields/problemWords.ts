import type { SchemaProblem } from '@kratix-portal/backstage-plugin-kratix-common';
import type { KratixT } from '@kratix-portal/backstage-plugin-kratix-react';

const types = [
  'string',
  'integer',
  'number',
  'boolean',
  'array',
  'object',
] as const;

/** What is wrong with a value, and so what to do, in a sentence. @internal */
export function problemWords(t: KratixT, problem: SchemaProblem): string {
  const { rule, limit, expected = '', message } = problem;
  const count = Number(limit ?? 0);
  switch (rule) {
    case 'type':
      return t('form.problem.type', { expected: typeWords(t, expected) });
    case 'format':
    case 'pattern':
      return t(`form.problem.${rule}`, { expected });
    case 'minLength':
    case 'maxLength':
    case 'minItems':
    case 'maxItems':
    case 'minProperties':
    case 'maxProperties':
      return t(`form.problem.${rule}`, { count });
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
    case 'multipleOf':
      return t(`form.problem.${rule}`, { limit: `${limit ?? ''}` });
    case 'oneOf':
    case 'anyOf':
    case 'not':
      return t('form.problem.shapes');
    case 'cel':
      // The author's own words, as the platform would say them.
      return message ?? t('form.problem.rule');
    case 'required':
    case 'enum':
    case 'duplicate':
    case 'name':
      return t(`form.problem.${rule}`);
    default:
      return message ?? t('form.problem.rule');
  }
}

function typeWords(t: KratixT, expected: string): string {
  const words: string[] = expected.split(',').map(one => {
    const type = types.find(known => known === one.trim());
    return t(`form.problem.types.${type ?? 'other'}`);
  });
  return words.reduce((one, other) => t('form.problem.or', { one, other }));
}
