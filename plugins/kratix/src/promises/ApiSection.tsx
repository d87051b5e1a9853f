import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  ApiField,
  PromiseDetail,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  CopyButton,
  EmptyState,
  kratixTranslationRef,
  Panel,
  PlainButton,
  SkeletonRows,
  Tag,
  YamlText,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { Choice, DataTable, SearchField, type Column } from '../tables';
import { FormCounts, FormNotes } from './FormNotes';

const FormTrialPanel = lazy(() =>
  import('../forms/page/FormTrialPanel').then(m => ({
    default: m.FormTrialPanel,
  })),
);
// The form is large, and most people look at the table.
const FormPreview = lazy(() =>
  import('../forms/page/FormPreview').then(m => ({ default: m.FormPreview })),
);

const fewFields = 100;

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(2) },
    tools: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      padding: theme.spacing(0, 2, 1.5),
    },
    path: { fontSize: '0.8125rem', overflowWrap: 'anywhere' },
    rules: {
      margin: theme.spacing(0.5, 0, 0),
      color: theme.palette.text.secondary,
      fontSize: '0.8125rem',
      overflowWrap: 'anywhere',
    },
    target: {
      '&:target': {
        outline: `2px solid ${theme.palette.text.primary}`,
        outlineOffset: 4,
      },
    },
  }),
  { name: 'KratixApiSection' },
);

/** Every field of a Promise's API, and examples to copy. @internal */
export function ApiSection(props: { promise: PromiseDetail }) {
  const classes = useStyles();
  const { t } = useTranslationRef(kratixTranslationRef);
  const { promise } = props;
  const { hash } = useLocation();
  const target = decodeURIComponent(hash.slice(1));
  const [search, setSearch] = useState('');
  const [all, setAll] = useState(false);
  const [view, setView] = useState<'table' | 'form'>('table');
  const fields = promise.fields.filter(field => matches(field, search));
  // A link to a field must find it, however many come before it.
  const far = fields.findIndex(({ path }) => path === target) >= fewFields;
  const shown = all || far ? fields : fields.slice(0, fewFields);

  // The field is drawn after the browser looked for it.
  useEffect(() => {
    if (target) document.getElementById(target)?.scrollIntoView();
  }, [target]);

  if (!promise.api) return <EmptyState title={t('promisePage.api.none')} />;
  const views = (
    <Choice
      label={t('formPage.preview.show')}
      chosen={view}
      onChoose={setView}
      options={[
        { id: 'table', title: t('formPage.preview.table') },
        { id: 'form', title: t('formPage.preview.form') },
      ]}
    />
  );
  if (view === 'form') {
    return (
      <div className={classes.root}>
        <div>{views}</div>
        <Suspense fallback={<SkeletonRows count={8} height={44} />}>
          <FormPreview promise={promise} />
        </Suspense>
      </div>
    );
  }
  return (
    <div className={classes.root}>
      <div>{views}</div>
      <Panel title={t('promisePage.api.fields')} flush>
        <div className={classes.tools}>
          <SearchField
            label={t('promisePage.api.search')}
            value={search}
            onChange={setSearch}
          />
        </div>
        {shown.length === 0 ? (
          <EmptyState
            title={
              search
                ? t('promisePage.api.noMatch')
                : t('promisePage.api.noFields')
            }
          />
        ) : (
          <DataTable
            bare
            caption={t('promisePage.api.fields')}
            columns={columns()}
            rows={shown}
            keyOf={({ path }) => path}
          />
        )}
        {shown.length < fields.length && (
          <PlainButton size="small" onClick={() => setAll(true)}>
            {t('promisePage.api.showAll', { n: `${fields.length}` })}
          </PlainButton>
        )}
      </Panel>
      {promise.examples && <Examples examples={promise.examples} />}
      {promise.formFields && (
        <FormCounts counts={promise.formFields}>
          {promise.api && promise.examples && (
            <Suspense fallback={<SkeletonRows count={1} height={32} />}>
              <FormTrialPanel promise={promise} />
            </Suspense>
          )}
        </FormCounts>
      )}
      {promise.notes && promise.notes.length > 0 && (
        <FormNotes notes={promise.notes} />
      )}
    </div>
  );

  function columns(): Column<ApiField>[] {
    return [
      {
        id: 'path',
        title: t('promisePage.api.column.path'),
        header: true,
        cell: ({ path }) => (
          <a id={path} href={`#${path}`} className={classes.target}>
            <code className={classes.path}>{path}</code>
          </a>
        ),
      },
      {
        id: 'type',
        title: t('promisePage.api.column.type'),
        cell: ({ type }) => type,
      },
      {
        id: 'required',
        title: t('promisePage.api.column.required'),
        cell: ({ required, immutable }) => (
          <>
            {t(
              required
                ? 'promisePage.api.required'
                : 'promisePage.api.optional',
            )}
            {immutable && <Tag>{t('promisePage.api.fixed')}</Tag>}
          </>
        ),
      },
      {
        id: 'default',
        title: t('promisePage.api.column.default'),
        wideOnly: true,
        cell: field =>
          field.default === undefined ? '–' : <code>{field.default}</code>,
      },
      {
        id: 'allowed',
        title: t('promisePage.api.column.allowed'),
        cell: ({ allowed = [], constraints = [], pattern }) => (
          <>
            {allowed.join(', ')}
            {constraints.map(text => (
              <div key={text}>{text}</div>
            ))}
            {pattern && <div>{t('promisePage.api.pattern', { pattern })}</div>}
          </>
        ),
      },
      {
        id: 'description',
        title: t('promisePage.api.column.description'),
        cell: ({ description, rules = [] }) => (
          <>
            <span dir="auto">{description}</span>
            {rules.map(rule => (
              <p key={rule} className={classes.rules}>
                {t('promisePage.api.rule', { rule })}
              </p>
            ))}
          </>
        ),
      },
    ];
  }
}

function matches(field: ApiField, search: string): boolean {
  const text = `${field.path} ${field.description ?? ''}`.toLocaleLowerCase();
  return text.includes(search.trim().toLocaleLowerCase());
}

function Examples(props: { examples: NonNullable<PromiseDetail['examples']> }) {
  const { t } = useTranslationRef(kratixTranslationRef);
  const { author, minimal, full } = props.examples;
  const [kind, setKind] = useState<'author' | 'minimal' | 'full'>(
    author === undefined ? 'minimal' : 'author',
  );
  const text = { author: author ?? minimal, minimal, full }[kind];
  return (
    <Panel
      title={t('promisePage.api.example')}
      actions={
        <>
          <Choice
            label={t('promisePage.api.example')}
            chosen={kind}
            onChoose={setKind}
            options={[
              ...(author === undefined
                ? []
                : [
                    {
                      id: 'author' as const,
                      title: t('promisePage.api.author'),
                    },
                  ]),
              { id: 'minimal', title: t('promisePage.api.minimal') },
              { id: 'full', title: t('promisePage.api.full') },
            ]}
          />
          <CopyButton
            text={text}
            name={t('promisePage.api.example')}
            label={t('shared.copy')}
          />
        </>
      }
    >
      <YamlText text={text} label={t('promisePage.api.example')} />
    </Panel>
  );
}
