import type { KratixT } from '@kratix-portal/backstage-plugin-kratix-react';
import type { EnvelopeProblem } from './formStart';

/** What is wrong around the fields, for whoever typed it. @internal */
export function envelopeWords(problem: EnvelopeProblem, t: KratixT): string {
  const { id, value = '' } = problem;
  switch (id) {
    case 'apiVersion':
    case 'kind':
      return t(`formPage.envelope.${id}`, { value });
    case 'metadata':
      return t('formPage.envelope.metadata', { field: value });
    default:
      return t(`formPage.envelope.${id}`);
  }
}
