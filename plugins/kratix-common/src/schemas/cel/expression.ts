import {
  celEnv,
  isCelError,
  plan,
  type CelInput,
  type CelValue,
} from '@bufbuild/cel';
import { strings } from '@bufbuild/cel/ext';
import { re2Of } from '../pattern';
import { kubernetesRegistry } from './kubernetesTypes';
import { listLibrary } from './listLibrary';
import { Meter, meterLibrary, metered } from './meter';
import { networkLibrary } from './networkLibrary';
import { optionalLibrary } from './optionalLibrary';
import { quantityLibrary } from './quantityLibrary';
import { parsed } from './optionalSyntax';
import { names } from './syntax';
import { textLibrary } from './textLibrary';
import { urlLibrary } from './urlLibrary';

/** What the names in an expression stand for. @internal */
export type Bindings = Record<string, CelInput>;

/** @internal */
export interface Expression {
  /** Whether it speaks of what was before. */
  usesOldSelf: boolean;
  /** `undefined` where it errs, or takes longer than the steps allow. */
  evaluate(bindings: Bindings, budget: Budget): CelValue | undefined;
}

/** Steps that all rules of one check may take together. @internal */
export interface Budget {
  steps: number;
}

const meter = new Meter();

function compiledRe2(pattern: string) {
  const re = re2Of(pattern);
  if (!re) throw new Error('not a pattern');
  return {
    test(text: string) {
      meter.spend((text.length * pattern.length) / 200);
      return re.matcher(text).find();
    },
  };
}

let env: ReturnType<typeof celEnv> | undefined;

function environment() {
  env ??= celEnv({
    registry: kubernetesRegistry,
    re2: { compile: compiledRe2 },
    funcs: [
      ...strings,
      ...networkLibrary,
      ...quantityLibrary,
      ...urlLibrary,
      ...listLibrary,
      ...textLibrary,
      ...optionalLibrary,
      ...meterLibrary(meter),
    ],
  });
  return env;
}

/**
 * An expression in CEL with Kubernetes' functions, made ready; `undefined`
 * where it can't be read.
 *
 * @internal
 */
export function compileExpression(text: string): Expression | undefined {
  const expr = parsed(text);
  if (!expr) return undefined;
  const usesOldSelf = names(expr, 'oldSelf');
  try {
    const run = plan(environment(), metered(expr));
    return {
      usesOldSelf,
      evaluate(bindings, budget) {
        meter.refill(budget.steps);
        try {
          const result = run(bindings);
          return isCelError(result) ? undefined : result;
        } catch {
          return undefined;
        } finally {
          budget.steps = Math.max(0, meter.left);
        }
      },
    };
  } catch {
    return undefined;
  }
}
