import type {
  FieldHints,
  FieldOfObject,
  FieldPlan,
  ObjectPlan,
  ValuePath,
} from '@kratix-portal/backstage-plugin-kratix-common';

/** Fields beyond this are folded away where nobody has to fill them in. */
const roomy = 15;
/** Shown where none stands out. */
const first = 10;

/** How the fields of an object are laid out. @internal */
export interface Layout {
  /** Under the object's own heading. */
  plain: FieldOfObject[];
  groups: { title: string; fields: FieldOfObject[] }[];
  folded: FieldOfObject[];
  /** The author folded them, not their number. */
  isAdvanced: boolean;
}

/** @internal */
export function layoutOf(
  plan: ObjectPlan,
  isSet: (name: string) => boolean,
): Layout {
  const shown = plan.fields.filter(field => !hintsOf(field.plan).hidden);
  const advanced = shown.filter(({ plan: of }) => hintsOf(of).advanced);
  const rest = shown.filter(({ plan: of }) => !hintsOf(of).advanced);
  const standOut = rest.filter(field => stands(field) || isSet(field.name));
  const isLong = rest.length > roomy;
  const common = standOut.length > 0 ? standOut : rest.slice(0, first);
  const open = new Set(isLong ? common : rest);
  const visible = rest.filter(field => open.has(field));
  const groups = new Map<string, FieldOfObject[]>();
  for (const field of visible) {
    const { group } = hintsOf(field.plan);
    if (group) groups.set(group, [...(groups.get(group) ?? []), field]);
  }
  const folded = rest.filter(field => !open.has(field));
  return {
    plain: visible.filter(field => !hintsOf(field.plan).group),
    groups: [...groups].map(([title, fields]) => ({ title, fields })),
    folded: [...folded, ...advanced],
    isAdvanced: folded.length === 0,
  };
}

function stands({ required, plan }: FieldOfObject): boolean {
  const { order, group, advanced } = hintsOf(plan);
  return (
    required || order !== undefined || group !== undefined || advanced === false
  );
}

function hintsOf(plan: FieldPlan): FieldHints {
  return plan.hints ?? {};
}

/** A null that is a choice of a scalar is a switch at it, no decision before it. @internal */
export function settledPlan(plan: FieldPlan): FieldPlan {
  if (plan.kind !== 'maybe') return plan;
  const { of, none, kind: _kind, ...field } = plan;
  const scalar = ['text', 'number', 'flag', 'int-or-text', 'choice', 'yaml'];
  if (!scalar.includes(of.kind)) return plan;
  return {
    ...of,
    ...field,
    hints: { ...of.hints, ...field.hints },
    ...(none === 'null' && { nullable: true }),
  };
}

/** Whether there is nothing in it that could be filled in. @internal */
export function asksNothing(plan: FieldPlan): boolean {
  if (hintsOf(plan).hidden) return true;
  return (
    plan.kind === 'object' &&
    !plan.rest &&
    plan.fields.every(field => asksNothing(field.plan))
  );
}

/** A field as it can be looked for: those in lists and maps can't. @internal */
export interface NamedField {
  path: ValuePath;
  title: string;
  /** Titles of what it is in. */
  within: string[];
}

/** All fields that have one place, in the order of the plan. @internal */
export function namedFields(
  plan: FieldPlan,
  path: ValuePath = [],
  within: string[] = [],
): NamedField[] {
  const of = plan.kind === 'maybe' ? plan.of : plan;
  if (of.kind !== 'object') return [];
  return of.fields.flatMap(field => {
    const { name, plan: child } = field;
    if (child.hints?.hidden) return [];
    const title = child.title ?? name;
    const at = [...path, name];
    return [
      { path: at, title, within },
      ...namedFields(child, at, [...within, title]),
    ];
  });
}
