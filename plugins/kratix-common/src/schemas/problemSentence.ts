import { stringifyExact } from '../kube';
import type { SchemaProblem } from './types';

// A list longer than this is looked up in the API reference.
const mostMembers = 10;

/**
 * What a value has to be, in a few English words behind the name of its field:
 * `must be one of "small", "large"`. The value itself, which may be secret, is
 * not told. For pages that are translated see the words of forms.
 *
 * @public
 */
export function problemSentence(problem: SchemaProblem): string {
  const { rule, limit, expected } = problem;
  switch (rule) {
    case 'required':
      return 'is required';
    case 'type':
      return `must be ${(expected ?? '').split(',').join(' or ')}`;
    case 'enum':
      return `must be one of ${membersOf(problem.allowed ?? [])}`;
    case 'format':
      return `must be written as ${expected}`;
    case 'pattern':
      return `must match ${expected}`;
    case 'minLength':
      return `must have at least ${counted(limit, 'character')}`;
    case 'maxLength':
      return `must have at most ${counted(limit, 'character')}`;
    case 'minItems':
      return `must have at least ${counted(limit, 'item')}`;
    case 'maxItems':
      return `must have at most ${counted(limit, 'item')}`;
    case 'minProperties':
      return `must have at least ${counted(limit, 'field')}`;
    case 'maxProperties':
      return `must have at most ${counted(limit, 'field')}`;
    case 'minimum':
      return `must be at least ${limit}`;
    case 'maximum':
      return `must be at most ${limit}`;
    case 'exclusiveMinimum':
      return `must be more than ${limit}`;
    case 'exclusiveMaximum':
      return `must be less than ${limit}`;
    case 'multipleOf':
      return `must be a multiple of ${limit}`;
    case 'oneOf':
      return 'must fit exactly one of the shapes that its API allows';
    case 'anyOf':
      return 'must fit one of the shapes that its API allows';
    case 'not':
      return 'has a shape that its API forbids';
    case 'duplicate':
      return 'is there twice';
    case 'cel':
      // The author's own words.
      return problem.message ?? 'breaks a rule of its API';
    case 'name':
      return 'is no valid name';
    case 'unchecked':
      return 'can not be checked';
    default:
      return rule satisfies never;
  }
}

function counted(limit: number | bigint | undefined, what: string): string {
  return `${limit} ${what}${String(limit) === '1' ? '' : 's'}`;
}

function membersOf(allowed: readonly unknown[]): string {
  const shown = allowed
    .slice(0, mostMembers)
    .map(one => stringifyExact(one) ?? 'null');
  const more = allowed.length - shown.length;
  return shown.join(', ') + (more > 0 ? ` and ${more} more` : '');
}
