import { parse } from '@bufbuild/cel';

/** A parsed expression, of the library's own syntax tree. @internal */
export type Expr = ReturnType<typeof parse>['expr'];

// Beyond these a rule is nothing that an API server would take, and reading it
// takes long: the parser is a recursive one.
const maxLength = 10_000;
const maxNesting = 60;
const maxDepth = 400;

/** `undefined` where the library can't read it. @internal */
export function read(expression: string): Expr | undefined {
  if (expression.length > maxLength) return undefined;
  if (nestingOf(expression) > maxNesting) return undefined;
  try {
    const { expr } = parse(expression);
    return isWithin(expr, maxDepth) ? expr : undefined;
  } catch {
    return undefined;
  }
}

/** All that is done with an expression recurs into it. */
function isWithin(expr: Expr, depth: number): boolean {
  return (
    depth > 0 && childrenOf(expr).every(child => isWithin(child, depth - 1))
  );
}

function nestingOf(expression: string): number {
  let open = 0;
  let most = 0;
  for (const char of expression) {
    if ('([{'.includes(char)) open += 1;
    if (')]}'.includes(char)) open -= 1;
    most = Math.max(most, open);
  }
  return most;
}

/** @internal */
export function childrenOf(expr: Expr): Expr[] {
  const { exprKind } = expr;
  const some = (...all: (Expr | undefined)[]) =>
    all.filter((one): one is Expr => one !== undefined);
  switch (exprKind.case) {
    case 'selectExpr':
      return some(exprKind.value.operand);
    case 'callExpr':
      return some(exprKind.value.target, ...exprKind.value.args);
    case 'listExpr':
      return exprKind.value.elements;
    case 'structExpr':
      return exprKind.value.entries.flatMap(({ keyKind, value }) =>
        some(keyKind.case === 'mapKey' ? keyKind.value : undefined, value),
      );
    case 'comprehensionExpr': {
      const { iterRange, accuInit, loopCondition, loopStep, result } =
        exprKind.value;
      return some(iterRange, accuInit, loopCondition, loopStep, result);
    }
    default:
      return [];
  }
}

/** Whether a variable is named anywhere in it. @internal */
export function names(expr: Expr, variable: string): boolean {
  const { exprKind } = expr;
  return (
    (exprKind.case === 'identExpr' && exprKind.value.name === variable) ||
    childrenOf(expr).some(child => names(child, variable))
  );
}

/** @internal */
export function callOf(name: string, args: Expr[]): Expr {
  const [{ id }] = args;
  return {
    $typeName: 'cel.expr.Expr',
    id,
    exprKind: {
      case: 'callExpr',
      value: { $typeName: 'cel.expr.Expr.Call', function: name, args },
    },
  };
}

/** A text, as part of an expression. @internal */
export function constantOf(text: string, { id }: Expr): Expr {
  return {
    $typeName: 'cel.expr.Expr',
    id,
    exprKind: {
      case: 'constExpr',
      value: {
        $typeName: 'cel.expr.Constant',
        constantKind: { case: 'stringValue', value: text },
      },
    },
  };
}
