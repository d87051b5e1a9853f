import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  manifestOf,
  positionOf,
  type RequestDocument,
  type RequestPlace,
  type TextPosition,
  type ValuePath,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  kratixTranslationRef,
  Panel,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import {
  forwardRef,
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
import { YamlEditor } from '../yaml';
import { envelopeWords } from './envelopeWords';
import { FormNotice } from './FormNotice';
import { FormRail } from './FormRail';
import { envelopeProblems, ownFields, type FormSource } from './formStart';
import { openNamespaces, type Place } from './places';
import type { PromiseSchema } from './promiseSchema';
import type { FormSubject } from './RequestForm';
import { nameProblem } from './requestNames';
import { StartFrom } from './StartFrom';
import { useOfDocument } from './useDocument';
import type { NameCheck } from './useNameCheck';
import { useFormView, ViewSwitch, type FormView } from './ViewSwitch';
import {
  nameFieldId,
  nameProblemText,
  WhoAndWhere,
  WhoAndWhereFacts,
} from './WhoAndWhere';
import type { Who } from './writes';

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
      alignItems: 'flex-end',
      justifyContent: 'space-between',
      '& > :first-child': { minWidth: 180 },
    },
    side: {
      minWidth: 0,
      [theme.breakpoints.up('lg')]: {
        position: 'sticky',
        top: theme.spacing(2),
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
  /** What was typed a moment ago is in the document from here on. */
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
    hidden: boolean;
    onWho: (who: Who) => void;
    onPlatform: (platform: string) => void;
  }
>((props, ref) => {
  const classes = useStyles();
  const { t } = useTranslationRef(kratixTranslationRef);
  const { mode, promise, api, document, schema, places, request } = props;
  const { base, who, name, namespace, nameCheck, hidden } = props;
  const { view, views, setView } = useFormView();
  const [touched, setTouched] = useState(false);
  const [lineToGo, setLineToGo] = useState<TextPosition>();
  const [own, setOwn] = useState<FieldProblem[]>([]);
  const [blocked, setBlocked] = useState<number>();
  const summary = useRef<HTMLDivElement>(null);
  const previous = useMemo(() => base && manifestOf(base.object), [base]);
  const fields = useFormProblems({
    document,
    schema: schema.compiled,
    previous,
  });
  const text = useOfDocument(document, one => one.text);
  const errors = useOfDocument(document, one => one.errors);
  const place: Place | undefined =
    who.team === undefined ? undefined : { team: who.team, namespace };
  const ofForm = schema.form.kind === 'form';

  /** What no schema knows of: name, place, envelope, a text that is no YAML. */
  function ownProblems(): FieldProblem[] {
    const found: FieldProblem[] = [];
    const add = (path: ValuePath, message: string) =>
      found.push({ path, message, source: 'form' });
    for (const { line, message } of document.errors) {
      add([], t('formPage.view.line', { line: `${line}`, message }));
    }
    for (const problem of envelopeProblems(document.value, {
      api,
      source: mode === 'edit' ? props.source?.ref : undefined,
    })) {
      add(problem.path, envelopeWords(problem, t));
    }
    if (mode === 'edit') return found;
    const wrongName = nameProblem(name);
    if (wrongName) {
      add(['metadata', 'name'], nameProblemText(name, wrongName, t));
    } else if (nameCheck.state === 'taken') {
      const suggestion = nameCheck.suggestion ?? '';
      add(
        ['metadata', 'name'],
        t('formPage.where.nameTaken', { name: suggestion }),
      );
    }
    const team = places.find(({ owner }) => owner === who.team);
    const open = openNamespaces(team).map(one => one.name);
    if (!team) add(['metadata', 'namespace'], t('formPage.where.teamMissing'));
    else if (!open.includes(namespace)) {
      add(
        ['metadata', 'namespace'],
        t('formPage.where.namespaceClosed', { namespace }),
      );
    }
    return found;
  }

  const toLine = (path: ValuePath) => {
    setLineToGo(positionOf(document.text, path));
  };
  const goTo = (path: ValuePath) => {
    if (view === 'yaml') {
      toLine(path);
    } else if (path[0] === 'metadata' && path[1] === 'name') {
      globalThis.document.getElementById(nameFieldId)?.focus();
    } else if (path[0] === 'metadata') {
      globalThis.document.getElementById('kratix-form-team')?.focus();
    } else if (path.length === 0 || !fields.goTo(path)) {
      // No field of the form: the text holds everything.
      setView('yaml');
      toLine(path);
    }
  };
  useImperativeHandle(ref, () => ({
    validate() {
      fields.flush();
      setTouched(true);
      const problems = ownProblems();
      setOwn(problems);
      const clean = fields.validate() && problems.length === 0;
      if (!clean) setTimeout(() => summary.current?.focus());
      return clean;
    },
    goTo,
    flush: fields.flush,
  }));

  const switchTo = (next: FormView) => {
    fields.flush();
    const [error] = document.errors;
    if (error && next === 'form') {
      setBlocked(error.line);
      setLineToGo({ line: error.line, column: error.column });
      return;
    }
    setBlocked(undefined);
    setView(next);
  };

  const yaml = (
    <YamlEditor
      value={text}
      onChange={typed => {
        document.setText(typed);
        if (document.errors.length === 0) setBlocked(undefined);
      }}
      problems={yamlProblems()}
      label={t('formPage.view.yamlLabel')}
      schema={schema.openApi}
      minLines={20}
      goTo={lineToGo}
    />
  );
  const problems = [...own, ...fields.problems];

  return (
    <div
      className={[
        classes.root,
        view === 'both' && classes.both,
        hidden && classes.hidden,
      ]
        .filter(Boolean)
        .join(' ')}
    >
      <div className={classes.column}>
        {touched && problems.length > 0 && (
          <ProblemSummary ref={summary} problems={problems} onGo={goTo} />
        )}
        {mode === 'edit' && request ? (
          <WhoAndWhereFacts request={request} />
        ) : (
          <WhoAndWhere
            promise={promise}
            places={places}
            name={name}
            nameCheck={nameCheck}
            touched={touched}
            place={place}
            service={who.service}
            onName={typed => document.set(['metadata', 'name'], typed)}
            onPlace={chosen => {
              props.onWho({ ...who, team: chosen.team });
              document.set(
                ['metadata', 'namespace'],
                chosen.namespace === '-' ? undefined : chosen.namespace,
              );
            }}
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
            {blocked !== undefined && (
              <FormNotice tone="warn">
                {t('formPage.view.blocked', { line: `${blocked}` })}
              </FormNotice>
            )}
            {view === 'yaml' || (view === 'form' && !ofForm) ? (
              yaml
            ) : (
              <RequestFields
                {...fields.props}
                document={document}
                plan={schema.form.plan}
                mode={mode === 'edit' ? 'edit' : 'new'}
                platform={promise.platform}
                crd={api.crd}
              />
            )}
          </div>
        </Panel>
      </div>
      <div className={classes.side}>
        {view === 'both' ? (
          <Panel title={t('formPage.view.yaml')}>{yaml}</Panel>
        ) : (
          <FormRail promise={promise} mode={mode} />
        )}
      </div>
    </div>
  );

  function yamlProblems() {
    if (errors.length > 0) {
      return errors.map(({ line, column, message }) => ({
        line,
        column,
        message,
      }));
    }
    if (!touched) return [];
    return [...own, ...fields.problems].map(({ path, message }) => ({
      ...positionOf(text, path),
      message,
    }));
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
