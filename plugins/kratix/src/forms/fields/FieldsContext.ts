import type {
  FieldPlan,
  ObjectPlan,
  ValuePath,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  createContext,
  useCallback,
  useContext,
  useSyncExternalStore,
  type ComponentType,
} from 'react';
import type { FieldProblem } from './FieldProblem';
import type { FieldsStore, Inherited } from './FieldsStore';

/** What each field is told. @internal */
export interface FieldProps<P extends FieldPlan = FieldPlan> {
  plan: P;
  path: ValuePath;
  required: boolean;
  /** An item of a list or a value of a map: it can be empty, never absent. */
  isItem?: boolean;
  readOnly?: boolean;
  /** Levels of headings above it. */
  level: number;
  /** Objects above it that may go with their last field; by path length. */
  keep: number;
  inherited: readonly Inherited[];
}

/** @internal */
export interface FieldsContextValue {
  store: FieldsStore;
  mode: 'new' | 'edit';
  /** Where the request goes, for pickers. */
  platform?: string;
  crd?: string;
  /** The text can't be read, so that no field can be written. */
  blocked: boolean;
  /** Draws any field; here, since fields hold fields. */
  Field: ComponentType<FieldProps>;
  /** The fields of an object, under a heading that is there. */
  Fields: ComponentType<FieldProps<ObjectPlan>>;
}

const FieldsContext = createContext<FieldsContextValue | undefined>(undefined);

/** @internal */
export const FieldsProvider = FieldsContext.Provider;

/** @internal */
export function useFields(): FieldsContextValue {
  const context = useContext(FieldsContext);
  if (!context) throw new Error('A field needs RequestFields around it');
  return context;
}

/** Anything of the document; the reader must return the same for the same. @internal */
export function useOfDocument<T>(read: () => T): T {
  const { document } = useFields().store;
  const subscribe = useCallback(
    (listener: () => void) => document.subscribe(listener),
    [document],
  );
  return useSyncExternalStore(subscribe, read);
}

/** Anything of the store; the reader must return the same for the same. @internal */
export function useOfStore<T>(read: () => T): T {
  const { store } = useFields();
  return useSyncExternalStore(store.subscribe, read);
}

/** @internal */
export interface ShownValue {
  /** What the document holds, else the default that holds meanwhile. */
  value: unknown;
  /** It is in the document. */
  given: boolean;
}

/** @internal */
export function useShown(
  props: Pick<FieldProps, 'plan' | 'path' | 'inherited'>,
): ShownValue {
  const { plan, path, inherited } = props;
  const { document } = useFields().store;
  const given = useOfDocument(() => document.has(path));
  const value = useOfDocument(() =>
    document.has(path)
      ? document.get(path)
      : inheritedValue(path, inherited, document.has.bind(document)) ??
        plan.default,
  );
  return { value, given };
}

function inheritedValue(
  path: ValuePath,
  inherited: readonly Inherited[],
  has: (path: ValuePath) => boolean,
): unknown {
  // The outermost that is absent decides: it comes with all that is in it.
  const base = inherited.find(one => !has(one.path));
  return base && path.slice(base.path.length).reduce(member, base.value);
}

function member(value: unknown, segment: string | number): unknown {
  return typeof value === 'object' &&
    value !== null &&
    Object.prototype.hasOwnProperty.call(value, segment)
    ? (value as Record<string | number, unknown>)[segment]
    : undefined;
}

/** What is wrong with this very field. @internal */
export function useProblems(path: ValuePath): readonly FieldProblem[] {
  const { store } = useFields();
  return useOfStore(() => store.problemsAt(path));
}

/** Whether a field can't change, because the form or its plan says so. @internal */
export function useReadOnly(
  props: Pick<FieldProps, 'plan' | 'path' | 'readOnly'>,
): { readOnly: boolean; fixed: boolean } {
  const { store, mode, blocked } = useFields();
  const { plan, path, readOnly = false } = props;
  const fixed =
    mode === 'edit' && plan.fixed !== undefined && store.wasThere(path);
  return { readOnly: readOnly || fixed || blocked, fixed };
}

/** Sets a value, or removes it with `undefined`. @internal */
export function useWrite(
  props: Pick<FieldProps, 'path' | 'keep' | 'inherited'>,
): (value: unknown) => void {
  const { store } = useFields();
  const { path, keep, inherited } = props;
  return useCallback(
    value => store.write({ path, value, keep, inherited }),
    [store, path, keep, inherited],
  );
}
