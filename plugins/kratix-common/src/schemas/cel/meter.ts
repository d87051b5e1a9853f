import {
  celFunc,
  celList,
  CelScalar,
  isCelList,
  isCelMap,
  listType,
  type CelFunc,
  type CelList,
  type CelValue,
} from '@bufbuild/cel';
import { callOf, childrenOf, type Expr } from './syntax';

const { BOOL, DYN } = CelScalar;
const LIST = listType(DYN);

/*
 * The library evaluates to the end, however long that takes. So what is done in
 * loops is counted: each turn, and the size of all that is compared, searched
 * or joined there. The count ends an evaluation with an error.
 */

/** What is left to spend, in steps of less than a microsecond. @internal */
export class Meter {
  #left = 0;

  refill(steps: number) {
    this.#left = steps;
  }

  get left(): number {
    return this.#left;
  }

  /** @throws RangeError where nothing is left */
  spend(steps: number) {
    this.#left -= steps;
    if (this.#left < 0) throw new RangeError('this rule takes too long');
  }
}

const charsAStep = 50;
const itemsAStep = 50;

function spendOn(meter: Meter, value: CelValue, isDeep: boolean) {
  if (typeof value === 'string') {
    meter.spend(value.length / charsAStep);
    return;
  }
  if (isCelList(value)) {
    meter.spend(1 + value.size / 4);
    if (isDeep) for (const item of value) spendOn(meter, item, true);
  } else if (isCelMap(value)) {
    meter.spend(1 + value.size / 4);
    if (isDeep) for (const [, item] of value) spendOn(meter, item, true);
  }
}

const itemsOf = new WeakMap<CelList, CelValue[]>();

/**
 * Lists joined into one. The library's own nests them, so that what `map` makes
 * of a long list takes a time that grows with the square of it.
 */
function joined(meter: Meter, one: CelList, other: CelList): CelList {
  meter.spend((one.size + other.size) / itemsAStep);
  const items = (itemsOf.get(one) ?? [...one]).concat(
    itemsOf.get(other) ?? [...other],
  );
  const list = celList(items);
  itemsOf.set(list, items);
  return list;
}

/** The functions that {@link metered} puts into expressions. @internal */
export function meterLibrary(meter: Meter): CelFunc[] {
  const sized = (isDeep: boolean) => (value: CelValue) => {
    spendOn(meter, value, isDeep);
    return value;
  };
  return [
    celFunc('@turn', [BOOL], BOOL, isOn => {
      meter.spend(1);
      return isOn;
    }),
    celFunc('_+_', [LIST, LIST], LIST, (one, other) =>
      joined(meter, one, other),
    ),
    celFunc('@sized', [DYN], DYN, sized(false)),
    celFunc('@sizedDeep', [DYN], DYN, sized(true)),
  ];
}

const free = new Set([
  '_&&_',
  '_||_',
  '!_',
  '_?_:_',
  '_[_]',
  '@not_strictly_false',
  'type',
  'size',
]);
const deep = new Set(['_==_', '_!=_', '@in']);

/** Changes the expression into one that counts. @internal */
export function metered(expr: Expr, inLoop = false): Expr {
  const { exprKind } = expr;
  if (exprKind.case === 'comprehensionExpr') {
    const loop = exprKind.value;
    if (loop.iterRange) metered(loop.iterRange, inLoop);
    if (loop.loopStep) metered(loop.loopStep, true);
    if (loop.loopCondition) {
      loop.loopCondition = callOf('@turn', [loop.loopCondition]);
    }
    return expr;
  }
  for (const child of childrenOf(expr)) metered(child, inLoop);
  if (inLoop && exprKind.case === 'callExpr') {
    const call = exprKind.value;
    if (free.has(call.function)) return expr;
    const name = deep.has(call.function) ? '@sizedDeep' : '@sized';
    const sized = (arg: Expr) => (isSmall(arg) ? arg : callOf(name, [arg]));
    call.args = call.args.map(sized);
    if (call.target && !isNamespace(call.target)) {
      call.target = sized(call.target);
    }
  }
  return expr;
}

const namespaces = new Set(['format', 'ip', 'optional', 'sets', 'strings']);

/** As in `sets.contains`, which is a function, not a method. */
function isNamespace({ exprKind }: Expr): boolean {
  return exprKind.case === 'identExpr' && namespaces.has(exprKind.value.name);
}

/** Constants, and what the library's own macros collect in. */
function isSmall({ exprKind }: Expr): boolean {
  return (
    exprKind.case === 'constExpr' ||
    (exprKind.case === 'identExpr' && exprKind.value.name.startsWith('@'))
  );
}
