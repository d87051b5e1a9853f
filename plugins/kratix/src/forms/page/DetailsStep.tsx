import {
  manifestOf,
  positionOf,
  type RequestDocument,
  type RequestPlace,
  type TextPosition,
  type ValuePath,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixTranslation,
  Panel,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import classNames from 'classnames';
import {
  forwardRef,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';
import {
  ProblemSummary,
  RequestFields,
  useFormProblems,
  type FieldProblem,
} from '../fields';
import { FormNotice } from './FormNotice';
import { FormRail } from './FormRail';
import { ownFields, type FormSource } from './formStart';
import type { Place } from './places';
import type { PromiseSchema } from './promiseSchema';
import type { FormSubject } from './RequestForm';
import { StartFrom } from './StartFrom';
import type { NameCheck } from './useNameCheck';
import { useOwnProblems } from './useOwnProblems';
import { useFormView, ViewSwitch, type FormView } from './ViewSwitch';
import { nameFieldId, teamFieldId, WhoAndWhere } from './WhoAndWhere';
import { WhoAndWhereFacts } from './WhoAndWhereFacts';
import type { Who } from './writes';
import { YamlPane } from './YamlPane';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gap: theme.spacing(3),
      alignItems: 'start',
      gridTemplateColumns: 'minmax(0, 720px)',
      [theme.breakpoints.up('lg')]: {
        gridTemplateColumns: 'minmax(0, 720px) minmax(280px, 420px)',
      },
    },
    both: {
      [theme.breakpoints.up('lg')]: {
        gridTemplateColumns: 'minmax(0, 720px) minmax(360px, 1fr)',
      },
    },
    hidden: { display: 'none' },
    column: { display: 'grid', gap: theme.spacing(2), minWidth: 0 },
    tools: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1.5),
      alignItems: 'center',
      justifyContent: 'space-between',
      '& > :first-child': { minWidth: 180 },
    },
    side: { minWidth: 0 },
    // The text stays beside the field that is being filled in.
    sideOfBoth: {
      [theme.breakpoints.up('lg')]: {
        position: 'sticky',
        top: theme.spacing(2),
        maxHeight: 'calc(100vh - 160px)',
        overflowY: 'auto',
      },
    },
  }),
  { name: 'KratixDetailsStep' },
);

/** What the frame of the form asks of its fields. @internal */
export interface DetailsHandle {
  /** True where all is in order; else what is not is shown and in focus. */
  validate(): boolean;
  /** Brings a field into view and focus. */
  goTo(path: ValuePath): void;
  /** Brings what was typed into the document, without waiting for a pause. */
  flush(): void;
}

/** Who and where, and the Promise's own fields, as form or as YAML. @internal */
export const DetailsStep = forwardRef<
  DetailsHandle,
  FormSubject & {
    document: RequestDocument;
    schema: PromiseSchema;
    places: RequestPlace[];
    base?: FormSource;
    who: Who;
    name: string;
    namespace: string;
    nameCheck: NameCheck;
    /** What the platform said of fields. */
    refused: readonly FieldProblem[];
    hidden: boolean;
    onWho: (who: Who) => void;
    onPlatform: (platform: string) => void;
  }
>((props, ref) => {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const { mode, promise, api, document, schema, places, request } = props;
  const { base, who, name, namespace, nameCheck, refused, hidden } = props;
  const { form, openApi, compiled } = schema;
  const { view, views, setView } = useFormView();
  const [tries, setTries] = useState(0);
  const [own, setOwn] = useState<FieldProblem[]>([]);
  const [position, setPosition] = useState<TextPosition>();
  const [blockedAt, setBlockedAt] = useState<number>();
  const summary = useRef<HTMLDivElement>(null);
  const previous = useMemo(() => base && manifestOf(base.object), [base]);
  const ownProblems = useOwnProblems(props);
  const place: Place | undefined =
    who.team === undefined ? undefined : { team: who.team, namespace };
  const others = useMemo(() => [...own, ...refused], [own, refused]);
  const fields = useFormProblems({
    document,
    schema: compiled,
    previous,
    others,
  });
  const { problems } = fields;
  // Where the keyboard goes when something is in the way; once it is drawn.
  useEffect(() => {
    if (tries > 0) summary.current?.focus();
  }, [tries]);

  const goTo = (path: ValuePath) => {
    const [first, second] = path;
    if (view !== 'yaml' && first === 'metadata' && mode !== 'edit') {
      const id = second === 'name' ? nameFieldId : teamFieldId;
      globalThis.document.getElementById(id)?.focus();
      return;
    }
    if (view !== 'yaml' && path.length > 0 && fields.goTo(path)) return;
    // No field of the form holds it; the text holds everything.
    if (view === 'form') setView('yaml');
    setPosition(positionOf(document.text, path));
  };
  useImperativeHandle(ref, () => ({
    validate() {
      const isValid = fields.validate();
      const found = ownProblems();
      setOwn(found);
      setTries(count => count + 1);
      return isValid && found.length === 0;
    },
    goTo,
    flush: fields.flush,
  }));

  const switchTo = (next: FormView) => {
    fields.flush();
    const [error] = document.errors;
    if (error && next === 'form') {
      const { line, column } = error;
      setBlockedAt(line);
      setPosition({ line, column });
      return;
    }
    setBlockedAt(undefined);
    setView(next);
  };

  const yaml = (
    <YamlPane
      document={document}
      schema={openApi}
      problems={problems}
      goTo={position}
    />
  );
  return (
    <div
      className={classNames(classes.root, {
        [classes.both]: view === 'both',
        [classes.hidden]: hidden,
      })}
    >
      <div className={classes.column}>
        {tries > 0 && (
          <ProblemSummary
            ref={summary}
            problems={problems}
            plan={form.plan}
            onGo={goTo}
          />
        )}
        {mode === 'edit' && request ? (
          <WhoAndWhereFacts request={request} />
        ) : (
          <WhoAndWhere
            promise={promise}
            places={places}
            name={name}
            nameCheck={nameCheck}
            touched={tries > 0}
            place={place}
            service={who.service}
            onName={typed => document.set(['metadata', 'name'], typed)}
            onPlace={toPlace}
            onService={service => props.onWho({ ...who, service })}
            onPlatform={props.onPlatform}
          />
        )}
        <Panel title={t('formPage.fieldsTitle')}>
          <div className={classes.column}>
            <div className={classes.tools}>
              {mode === 'new' && promise.examples ? (
                <StartFrom
                  examples={promise.examples}
                  isFilledIn={isFilledIn}
                  onStart={startFrom}
                />
              ) : (
                <span />
              )}
              <ViewSwitch view={view} views={views} onView={switchTo} />
            </div>
            {blockedAt !== undefined && (
              <FormNotice tone="warn">
                {t('formPage.view.blocked', { line: `${blockedAt}` })}
              </FormNotice>
            )}
            {view === 'yaml' && yaml}
            <RequestFields
              {...fields.props}
              hidden={view === 'yaml'}
              plan={form.plan}
              document={document}
              mode={mode === 'edit' ? 'edit' : 'new'}
              platform={promise.platform}
              crd={api.crd}
            />
          </div>
        </Panel>
      </div>
      <div
        className={classNames(classes.side, {
          [classes.sideOfBoth]: view === 'both',
        })}
      >
        {view === 'both' ? (
          <Panel title={t('formPage.view.yaml')}>{yaml}</Panel>
        ) : (
          <FormRail promise={promise} mode={mode} />
        )}
      </div>
    </div>
  );

  function toPlace(chosen: Place) {
    props.onWho({ ...who, team: chosen.team });
    document.set(
      ['metadata', 'namespace'],
      chosen.namespace === '-' ? undefined : chosen.namespace,
    );
  }

  function isFilledIn(): boolean {
    fields.flush();
    return Object.values(ownFields(document.value)).some(
      value => Object.keys(Object(value)).length > 0,
    );
  }

  function startFrom(example: Record<string, unknown>) {
    for (const field of Object.keys(ownFields(document.value))) {
      document.remove([field]);
    }
    for (const [field, value] of Object.entries(example)) {
      document.set([field], value);
    }
  }
});
