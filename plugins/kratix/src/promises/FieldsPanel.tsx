import type { ApiField } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  EmptyState,
  useKratixTranslation,
  Panel,
  PlainButton,
  Tag,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import { useEffect, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { DataTable, SearchField, type Column } from '../tables';

const fewFields = 100;

const useStyles = makeStyles(
  theme => ({
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
  { name: 'KratixFieldsPanel' },
);

/** Every field of an API, to search and to link to. @internal */
export function FieldsPanel(props: { fields: ApiField[] }) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const { hash } = useLocation();
  const target = decodeURIComponent(hash.slice(1));
  const [search, setSearch] = useState('');
  const [all, setAll] = useState(false);
  const fields = props.fields.filter(field => matches(field, search));
  // A link to a field must find it, however many come before it.
  const far = fields.findIndex(({ path }) => path === target) >= fewFields;
  const shown = all || far ? fields : fields.slice(0, fewFields);

  // The field is drawn after the browser looked for it.
  useEffect(() => {
    if (target) document.getElementById(target)?.scrollIntoView();
  }, [target]);

  return (
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
            {immutable && (
              <>
                {' '}
                <Tag>{t('promisePage.api.fixed')}</Tag>
              </>
            )}
          </>
        ),
      },
      {
        id: 'default',
        title: t('promisePage.api.column.default'),
        titled: field => field.default !== undefined,
        cell: field =>
          field.default === undefined ? '–' : <code>{field.default}</code>,
      },
      {
        id: 'allowed',
        title: t('promisePage.api.column.allowed'),
        titled: ({ allowed = [], constraints = [], pattern }) =>
          allowed.length + constraints.length > 0 || pattern !== undefined,
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
