import { unescapedName } from './cel/celNames';
import { rulesOf } from './cel/rules';
import { parsed } from './cel/optionalSyntax';
import { childrenOf, type Expr } from './cel/syntax';
import type {
  FixedPath,
  FixedRule,
  OpenApiSchema,
  ValidationRule,
} from './types';

/**
 * The rule of this node that forbids its value to change once it is set, as
 * `self == oldSelf` in any of its spellings. In a list that is no map a server
 * can't tell what an item was before, so there such rules forbid nothing.
 *
 * @public
 */
export function fixedBy(schema: OpenApiSchema): FixedRule | undefined {
  const found = fixings(schema).find(({ path }) => path.length === 0);
  return found && messageOf(found);
}

/**
 * The fields below this node that rules of the node itself forbid to change, as
 * `self.size == oldSelf.size`.
 *
 * @public
 */
export function fixedFieldsBy(schema: OpenApiSchema): FixedPath[] {
  return fixings(schema).filter(({ path }) => path.length > 0);
}

function messageOf({ message }: FixedPath): FixedRule {
  return message === undefined ? {} : { message };
}

function fixings(schema: OpenApiSchema): FixedPath[] {
  return rulesOf(schema).flatMap(rule =>
    rule.rule.includes('oldSelf') ? fixedByRule(rule) : [],
  );
}

function fixedByRule(rule: ValidationRule): FixedPath[] {
  const expr = parsed(rule.rule);
  if (!expr) return [];
  const seen = new Set<string>();
  return comparedPaths(expr)
    .filter(path => {
      const key = JSON.stringify(path);
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew && fixes(expr, path);
    })
    .map(path =>
      typeof rule.message === 'string'
        ? { path, message: rule.message }
        : { path },
    );
}

type Path = string[];

const isSame = (one: Path, other: Path) =>
  one.length === other.length && one.every((name, at) => name === other[at]);

function callIn({ exprKind }: Expr) {
  return exprKind.case === 'callExpr' ? exprKind.value : undefined;
}

/** What is compared with what it was, anywhere in the rule. */
function comparedPaths(expr: Expr): Path[] {
  const own = comparedPath(expr);
  return [...(own ? [own] : []), ...childrenOf(expr).flatMap(comparedPaths)];
}

/** Of `self.x == oldSelf.x` or `!(self.x != oldSelf.x)` the `x`. */
function comparedPath(expr: Expr): Path | undefined {
  const call = callIn(expr);
  if (call?.function === '!_') {
    const inner = callIn(call.args[0]);
    return inner?.function === '_!=_' ? samePath(inner.args) : undefined;
  }
  return call?.function === '_==_' ? samePath(call.args) : undefined;
}

function samePath([one, other]: Expr[]): Path | undefined {
  const now = pathFrom('self', one) ?? pathFrom('self', other);
  const before = pathFrom('oldSelf', one) ?? pathFrom('oldSelf', other);
  return now && before && isSame(now, before) ? now : undefined;
}

const steps = new Set(['_[_]', '@optional', '@optionalIn']);

/** The names after a variable: of `self.a['b']` they are `a` and `b`. */
function pathFrom(variable: string, { exprKind }: Expr): Path | undefined {
  switch (exprKind.case) {
    case 'identExpr':
      return exprKind.value.name === variable ? [] : undefined;
    case 'selectExpr': {
      const { operand, field, testOnly } = exprKind.value;
      const before = operand && !testOnly && pathFrom(variable, operand);
      return before ? [...before, unescapedName(field)] : undefined;
    }
    case 'callExpr': {
      const { function: name, target, args } = exprKind.value;
      // What was before may be optional: `oldSelf.value()`.
      if (target && (name === 'value' || name === 'orValue')) {
        return pathFrom(variable, target);
      }
      if (!steps.has(name)) return undefined;
      const before = pathFrom(variable, args[0]);
      const key = textIn(args[1]);
      if (!before || key === undefined) return undefined;
      return [...before, name === '_[_]' ? key : unescapedName(key)];
    }
    default:
      return undefined;
  }
}

function textIn({ exprKind }: Expr): string | undefined {
  const constant =
    exprKind.case === 'constExpr' ? exprKind.value.constantKind : undefined;
  return constant?.case === 'stringValue' ? constant.value : undefined;
}

/** Whether the rule can hold only if what is at the path did not change. */
function fixes(expr: Expr, path: Path): boolean {
  const compared = comparedPath(expr);
  if (compared) return isSame(compared, path);
  const call = callIn(expr);
  const args = call?.args ?? [];
  switch (call?.function) {
    case '_&&_':
      return args.some(arg => fixes(arg, path));
    case '_||_':
      return args.every(arg => fixes(arg, path) || wasAbsent(arg, path));
    case '_?_:_': {
      const [when, then, otherwise] = args;
      return (
        (fixes(then, path) || wasAbsent(when, path)) &&
        (fixes(otherwise, path) || wasPresent(when, path))
      );
    }
    default:
      return false;
  }
}

/** Whether this says that there was nothing yet at the path. */
function wasAbsent(expr: Expr, path: Path): boolean {
  const call = callIn(expr);
  const args = call?.args ?? [];
  switch (call?.function) {
    case '!_':
      return wasPresent(args[0], path);
    case '_&&_':
      return args.some(arg => wasAbsent(arg, path));
    case '_||_':
      return args.every(arg => wasAbsent(arg, path));
    default:
      return false;
  }
}

/** `has(oldSelf.x)` of the path or of what it is in, or `oldSelf.hasValue()`. */
function wasPresent(expr: Expr, path: Path): boolean {
  const call = callIn(expr);
  if (call?.function === 'hasValue' && call.target) {
    return pathFrom('oldSelf', call.target)?.length === 0;
  }
  if (expr.exprKind.case !== 'selectExpr') return false;
  const { operand, field, testOnly } = expr.exprKind.value;
  const before = testOnly && operand && pathFrom('oldSelf', operand);
  if (!before) return false;
  const tested = [...before, unescapedName(field)];
  return isSame(tested, path.slice(0, tested.length));
}
