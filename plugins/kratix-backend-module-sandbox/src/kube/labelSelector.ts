import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import { badRequest } from '../store';

/** Whether an object is selected. @internal */
export type Predicate = (object: KubeObject) => boolean;

/** @internal */
export interface LabelSelector {
  matches: Predicate;
  /** The labels that must be there with one value, for use of an index. */
  equal: Record<string, string>;
}

interface Requirement {
  matches: (labels: Record<string, string>) => boolean;
  equal?: [key: string, value: string];
}

const key = '[A-Za-z0-9]([-A-Za-z0-9_./]*[A-Za-z0-9])?';
const equality = new RegExp(`^(${key})\\s*(==|=|!=)\\s*([-A-Za-z0-9_.]*)$`);
const membership = new RegExp(
  `^(${key})\\s+(in|notin)\\s*\\(([-A-Za-z0-9_.,\\s]*)\\)$`,
);
const existence = new RegExp(`^(!?)\\s*(${key})$`);

/** Splits at the commas that are not within brackets. */
function split(text: string): string[] {
  return text
    .split(/,(?![^(]*\))/)
    .map(one => one.trim())
    .filter(Boolean);
}

function requirement(text: string): Requirement {
  const equal = equality.exec(text);
  if (equal) {
    const [, name, , operator, value] = equal;
    return operator === '!='
      ? { matches: labels => labels[name] !== value }
      : {
          matches: labels => labels[name] === value,
          equal: [name, value],
        };
  }
  const member = membership.exec(text);
  if (member) {
    const [, name, , operator, list] = member;
    const values = list.split(',').map(one => one.trim());
    const isIn = (labels: Record<string, string>) =>
      labels[name] !== undefined && values.includes(labels[name]);
    return {
      matches: operator === 'in' ? isIn : labels => !isIn(labels),
    };
  }
  const exists = existence.exec(text);
  if (exists) {
    const [, not, name] = exists;
    return { matches: labels => (labels[name] === undefined) === Boolean(not) };
  }
  throw badRequest(
    `unable to parse requirement: found '${text}', expected: in, notin, =, ==, !=, or a key`,
  );
}

/** @throws KubeStatusError 400 @internal */
export function parseLabelSelector(text: string): LabelSelector {
  const requirements = split(text).map(requirement);
  return {
    matches: ({ metadata: { labels = {} } }) =>
      requirements.every(one => one.matches(labels)),
    equal: Object.fromEntries(
      requirements.flatMap(({ equal }) => (equal ? [equal] : [])),
    ),
  };
}
