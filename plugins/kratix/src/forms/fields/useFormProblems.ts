import type {
  CompiledSchema,
  RequestDocument,
  SchemaProblem,
  ValuePath,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixTranslation,
  type KratixT,
} from '@kratix-portal/backstage-plugin-kratix-react';
import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type Ref,
} from 'react';
import type { FieldProblem } from './FieldProblem';
import { isWithin, pathKey } from './fieldPath';
import { problemWords } from './problemWords';
import type { RequestFieldsHandle } from './RequestFields';

const quietMs = 300;
const none: readonly FieldProblem[] = [];

/** What is wrong with a request by its schema, and its fields. @internal */
export interface FormProblems {
  /** Of fields that were left, or all once somebody tried to go on. */
  problems: readonly FieldProblem[];
  /** To be given to the fields. */
  props: {
    problems: readonly FieldProblem[];
    onTouch: (path: ValuePath) => void;
    ref: Ref<RequestFieldsHandle>;
  };
  /** Looks at once and shows all there is. True where nothing is wrong. */
  validate: () => boolean;
  /** Writes what is still being typed. */
  flush: () => void;
  /** False where the field, and all that it is in, is not part of the form. */
  goTo: (path: ValuePath) => boolean;
}

/**
 * Checks a request by its schema while it is written, once typing pauses.
 *
 * @internal
 */
export function useFormProblems(options: {
  document: RequestDocument;
  schema: CompiledSchema | undefined;
  /**
   * On edit, the object as it is on the platform: what was wrong before and did
   * not change is let pass, as an API server does.
   */
  previous?: object;
  /** What others found, such as a platform's answer; always shown. */
  others?: readonly FieldProblem[];
}): FormProblems {
  const { t } = useKratixTranslation();
  const { document, schema, previous, others = none } = options;
  const ref = useRef<RequestFieldsHandle>(null);
  const [all, setAll] = useState<readonly FieldProblem[]>(none);
  const [touched, setTouched] = useState<readonly ValuePath[]>([]);
  const [isAsked, setAsked] = useState(false);

  const look = useCallback((): readonly FieldProblem[] => {
    if (!schema) return none;
    const object = schema.shape(document.value);
    return inWords(t, schema.check(object, previous));
  }, [schema, document, previous, t]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setAll(look()), quietMs);
    };
    later();
    const end = document.subscribe(later);
    return () => {
      clearTimeout(timer);
      end();
    };
  }, [document, look]);

  const onTouch = useCallback(
    (path: ValuePath) =>
      setTouched(known =>
        known.some(one => pathKey(one) === pathKey(path))
          ? known
          : [...known, path],
      ),
    [],
  );
  const flush = useCallback(() => ref.current?.flush(), []);
  const goTo = useCallback(
    (path: ValuePath) => ref.current?.goTo(path) ?? false,
    [],
  );
  const validate = useCallback(() => {
    flush();
    const found = look();
    setAll(found);
    setAsked(true);
    return found.length === 0;
  }, [flush, look]);
  const problems = useMemo(() => {
    const own = isAsked
      ? all
      : all.filter(({ path }) => touched.some(one => isWithin(one, path)));
    return others.length > 0 ? [...own, ...others] : own;
  }, [all, isAsked, touched, others]);
  const props = useMemo(
    () => ({ problems, onTouch, ref }),
    [problems, onTouch],
  );
  return { problems, props, validate, flush, goTo };
}

function inWords(
  t: KratixT,
  problems: readonly SchemaProblem[],
): FieldProblem[] {
  return problems
    .filter(({ rule }) => rule !== 'unchecked')
    .map(problem => ({
      path: problem.path,
      message: problemWords(t, problem),
      source: problem.rule === 'cel' ? 'rule' : 'form',
    }));
}
