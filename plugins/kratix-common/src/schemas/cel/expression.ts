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
import { serverError } from './serverError';
import { networkLibrary } from './networkLibrary';
import { numberLibrary } from './numberLibrary';
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
  /**
   * `undefined` where only a server can tell: it takes longer than the steps
   * allow, or needs what is not here.
   */
  evaluate(bindings: Bindings, budget: Budget): CelValue | Erred | undefined;
}

/** For these bindings there is no result, nor would a server have one. @internal */
export class Erred {
  /** Why, in a server's words as far as they are known. */
  readonly why: string;

  constructor(why: string) {
    this.why = why;
  }
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
      ...numberLibrary,
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
          return isCelError(result) ? erred(result) : result;
        } catch (error) {
          return erred(error);
        } finally {
          budget.steps = Math.max(0, meter.left);
        }
      },
    };
  } catch {
    return undefined;
  }
}

function erred(error: unknown): Erred | undefined {
  // What ran out of steps might have come to a result.
  if (meter.left < 0 || !(error instanceof Error)) return undefined;
  const why = serverError(error.message);
  return why === undefined ? undefined : new Erred(why);
}
