import type {
  FieldPlan,
  RequestDocument,
  ValuePath,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixTranslation,
  VisuallyHidden,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import {
  forwardRef,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useSyncExternalStore,
  type FocusEvent,
} from 'react';
import { flushSync } from 'react-dom';
import type { FieldProblem } from './FieldProblem';
import { fieldId, pathOfId } from './fieldPath';
import { FieldsProvider, useFields, useOfStore } from './FieldsContext';
import { FieldSearch } from './FieldSearch';
import { FieldsStore } from './FieldsStore';
import { asksNothing, namedFields } from './fieldTree';
import { FieldView } from './FieldView';
import { ObjectFields } from './ObjectField';
import { RootFields } from './RootFields';
import { SectionIndex } from './SectionIndex';
import { focusFirst } from './useFocusLater';

const manyFields = 30;
const hardToSurvey = 60;

/** What a page can ask of its fields. @internal */
export interface RequestFieldsHandle {
  /** Writes what is still being typed; before the document is read. */
  flush(): void;
  /** Opens the folds around a field and focuses it, or what it is in. */
  /** False where none of them is drawn. */
  goTo(path: ValuePath): boolean;
}

/** @internal */
export interface RequestFieldsProps {
  /** Of {@link formOf}. */
  plan: FieldPlan;
  document: RequestDocument;
  problems: readonly FieldProblem[];
  mode: 'new' | 'edit';
  /** Told the path of each field that was left. */
  onTouch?: (path: ValuePath) => void;
  /** Where the request goes, for what is suggested. */
  platform?: string;
  crd?: string;
  hidden?: boolean;
  /** To look at: nothing can be changed. */
  readOnly?: boolean;
}

const useStyles = makeStyles(
  theme => ({
    root: { minWidth: 0 },
    withIndex: {
      [theme.breakpoints.up('lg')]: {
        display: 'grid',
        gridTemplateColumns: '180px minmax(0, 1fr)',
        columnGap: theme.spacing(3),
        alignItems: 'start',
      },
    },
    blocked: { margin: theme.spacing(0, 0, 2), fontWeight: 600 },
  }),
  { name: 'KratixRequestFields' },
);

/**
 * The fields of a Promise's own, by the plan of its form, over a request. Each
 * field hears of its own value alone: a key that is pressed draws one field.
 *
 * @internal
 */
export const RequestFields = forwardRef<
  RequestFieldsHandle,
  RequestFieldsProps
>((props, ref) => {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const { plan, document, problems, mode, onTouch, hidden } = props;
  const { platform, crd, readOnly = false } = props;
  const store = useMemo(() => new FieldsStore(document), [document]);
  const blocked = useIsBlocked(document);
  const named = useMemo(() => namedFields(plan), [plan]);
  const goTo = useCallback(
    (path: ValuePath) => goToField(store, path),
    [store],
  );
  useLayoutEffect(() => store.setProblems(problems), [store, problems]);
  useEffect(() => () => store.flush(), [store]);
  useImperativeHandle(ref, () => ({ flush: store.flush, goTo }), [store, goTo]);
  const context = useMemo(
    () => ({
      store,
      mode,
      platform,
      crd,
      blocked: blocked || readOnly,
      Field: FieldView,
      Fields: ObjectFields,
    }),
    [store, mode, platform, crd, blocked, readOnly],
  );
  const isEmpty = useMemo(() => asksNothing(plan), [plan]);
  const isLarge = named.length > hardToSurvey;
  return (
    <FieldsProvider value={context}>
      <div
        hidden={hidden}
        className={classes.root}
        onBlur={event => onTouch && touch(event, onTouch)}
        onKeyDownCapture={event => {
          // The page goes on with it: what was typed has to be written by then.
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            store.flush();
          }
        }}
      >
        {blocked && (
          <p role="status" className={classes.blocked}>
            {t('form.yamlFirst')}
          </p>
        )}
        {named.length > manyFields && (
          <FieldSearch fields={named} onGo={goTo} />
        )}
        <div className={isLarge ? classes.withIndex : undefined}>
          {isLarge && <SectionIndex plan={plan} onGo={goTo} />}
          <div className={classes.root}>
            {isEmpty ? <p>{t('form.none')}</p> : <RootFields plan={plan} />}
          </div>
        </div>
        <Announcer />
      </div>
    </FieldsProvider>
  );
});

function useIsBlocked(document: RequestDocument): boolean {
  const subscribe = useCallback(
    (listener: () => void) => document.subscribe(listener),
    [document],
  );
  return useSyncExternalStore(subscribe, () => document.errors.length > 0);
}

function Announcer() {
  const { store } = useFields();
  const said = useOfStore(store.said);
  return (
    <VisuallyHidden>
      <span role="status">{said}</span>
    </VisuallyHidden>
  );
}

/** The field itself, else the nearest of what it is in that is drawn. */
function goToField(store: FieldsStore, path: ValuePath): boolean {
  store.flush();
  // Folds draw what is in them when they open, one in the other.
  flushSync(() => store.reveal(path));
  const ids = path.map((_segment, index) =>
    fieldId(path.slice(0, path.length - index)),
  );
  return focusFirst(ids.flatMap(id => [id, `${id}//card`]));
}

function touch(
  event: FocusEvent<HTMLElement>,
  onTouch: (path: ValuePath) => void,
): void {
  const path = pathOfId(event.target.closest('[id^="kratix-field"]')?.id ?? '');
  if (path) onTouch(path);
}
