import {
  changesBetween,
  isRecord,
  redacted,
  RequestDocument,
  type FieldPlan,
  type ValuePath,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { isSecretPath } from './fieldRows';

/**
 * A manifest as text, without what looks secret: by the names of its fields,
 * and by what the form asks for as a password.
 *
 * @internal
 */
export function textWithoutSecrets(text: string, plan?: FieldPlan): string {
  const document = RequestDocument.ofText(text);
  if (document.errors.length > 0) return '';
  for (const path of secretPaths(document.value, plan)) document.remove(path);
  return document.text;
}

function secretPaths(value: unknown, plan?: FieldPlan): ValuePath[] {
  const paths: ValuePath[] = [];
  const visit = (one: unknown, at: ValuePath, by?: FieldPlan) => {
    const inner = by?.kind === 'maybe' ? by.of : by;
    if (isRecord(one)) {
      for (const [name, member] of Object.entries(one)) {
        visit(member, [...at, name], planBelow(inner, name));
      }
    } else if (Array.isArray(one)) {
      const item = inner?.kind === 'list' ? inner.item : undefined;
      one.forEach((member, index) => visit(member, [...at, index], item));
    } else if (isSecretPath(at) || isPassword(inner)) {
      paths.push(at);
    }
  };
  visit(value, [], plan);
  // From the end, so that places in lists stay where they are.
  return paths.reverse();
}

function planBelow(plan: FieldPlan | undefined, name: string) {
  if (plan?.kind === 'object') {
    return plan.fields.find(field => field.name === name)?.plan;
  }
  return plan?.kind === 'map' ? plan.value : undefined;
}

function isPassword(plan?: FieldPlan): boolean {
  return (
    plan?.hints?.widget === 'password' ||
    (plan?.kind === 'text' &&
      (plan.widget === 'password' || plan.format === 'password'))
  );
}

/**
 * Where a value stands that the backend does not show. It must never be sent:
 * the platform would take the dots for the value.
 *
 * @internal
 */
export function unseenPaths(value: unknown): ValuePath[] {
  const paths: ValuePath[] = [];
  const visit = (one: unknown, at: ValuePath) => {
    if (one === redacted) paths.push(at);
    else if (Array.isArray(one)) {
      one.forEach((item, index) => visit(item, [...at, index]));
    } else if (isRecord(one)) {
      for (const [name, member] of Object.entries(one)) {
        visit(member, [...at, name]);
      }
    }
  };
  visit(value, []);
  return paths;
}

/** Makes a document say what a value says; comments elsewhere stay. @internal */
export function bringTo(
  document: RequestDocument,
  value: Record<string, unknown>,
): void {
  for (const { path, after } of changesBetween(document.value, value)) {
    if (after === undefined) document.remove(path);
    else document.set(path, after);
  }
}
