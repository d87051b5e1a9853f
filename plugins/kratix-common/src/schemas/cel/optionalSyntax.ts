import { callOf, childrenOf, constantOf, read, type Expr } from './syntax';

/*
 * The library's grammar lacks `a.?b`, `a[?b]` and `a.optMap(b, c)`. The first
 * two are written as a field with this name, and taken for what they are once
 * they are parsed. Optional values are lists, so the last is `map`.
 */
const marker = '__optional__';

const literalOrOptional =
  /[rR](?:"[^"]*"|'[^']*')|"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\.\?|(?<=[\w)\]}])\[\?|\.optMap\(/g;

const spelled = new Map([
  ['.?', `.${marker}.`],
  ['[?', `.${marker}[`],
  ['.optMap(', '.map('],
]);

/** A rule, parsed; `undefined` where the library can't read it. @internal */
export function parsed(text: string): Expr | undefined {
  const expr = read(withoutOptionalSyntax(text));
  return expr && withOptionals(expr);
}

/** In words that the library can read. */
function withoutOptionalSyntax(text: string): string {
  return text.replace(literalOrOptional, found => spelled.get(found) ?? found);
}

/** What was written so, as calls. */
function withOptionals(expr: Expr): Expr {
  replaceChildren(expr);
  const { exprKind } = expr;
  if (exprKind.case === 'selectExpr') {
    const { operand, field, testOnly } = exprKind.value;
    const access = operand && accessOf(operand, constantOf(field, expr));
    if (!access || field === marker) return expr;
    return testOnly ? callOf('@hasValue', [access]) : access;
  }
  if (exprKind.case === 'callExpr' && exprKind.value.function === '_[_]') {
    const [operand, key] = exprKind.value.args;
    return accessOf(operand, key) ?? expr;
  }
  return expr;
}

/** Of `a.?` or of what is optional already; `undefined` of anything else. */
function accessOf(operand: Expr, key: Expr): Expr | undefined {
  const marked = markedIn(operand);
  if (marked) {
    return callOf(isOptional(marked) ? '@optionalIn' : '@optional', [
      marked,
      key,
    ]);
  }
  return isOptional(operand)
    ? callOf('@optionalIn', [operand, key])
    : undefined;
}

function markedIn({ exprKind }: Expr): Expr | undefined {
  return exprKind.case === 'selectExpr' && exprKind.value.field === marker
    ? exprKind.value.operand
    : undefined;
}

function isOptional({ exprKind }: Expr): boolean {
  return (
    exprKind.case === 'callExpr' &&
    exprKind.value.function.startsWith('@optional')
  );
}

function replaceChildren(expr: Expr) {
  for (const child of childrenOf(expr)) {
    const next = withOptionals(child);
    // In place, wherever it hangs.
    if (next !== child) child.exprKind = next.exprKind;
  }
}
