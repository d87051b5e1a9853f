import type { ValuePath } from '@kratix-portal/backstage-plugin-kratix-common';

/** Something wrong with a value of the request, in words. @internal */
export interface FieldProblem {
  path: ValuePath;
  message: string;
  /** `rule`: the author's words; `platform`: a server's. */
  source: 'form' | 'rule' | 'platform';
}
