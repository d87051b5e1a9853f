import type { RequestDocument } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixMarketplaceTranslation,
  type KratixMarketplaceT,
  Panel,
  PlainButton,
  Tag,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import { useState } from 'react';
import { useOfDocument } from '../../forms/page/useDocument';
import { YamlEditor } from '../../forms/yaml';
import { Choice } from '../../tables';
import { LabelsField } from './LabelsField';
import {
  labelsOf,
  setLabels,
  setVersion,
  versionOf,
  type ManifestField,
  type ManifestProblem,
} from './manifestDraft';

const useStyles = makeStyles(
  theme => ({
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      marginBottom: theme.spacing(2),
    },
    intro: { margin: theme.spacing(0, 0, 1) },
    fields: { display: 'grid', gap: theme.spacing(2) },
  }),
  { name: 'KratixManifestEditor' },
);

const views = ['fields', 'yaml'] as const;

/** A problem of a manifest in a sentence. @internal */
export function manifestProblemText(
  problem: ManifestProblem,
  name: string,
  t: KratixMarketplaceT,
): string {
  switch (problem.problem) {
    case 'syntax':
      return t('install.manifest.problem.syntax', {
        line: `${problem.line}`,
        message: problem.message,
      });
    case 'name':
      return t('install.manifest.problem.name', { name });
    default:
      return t(`install.manifest.problem.${problem.problem}`);
  }
}

/** The Promise as it would go to the platform, to be changed first. @internal */
export function ManifestEditor(props: {
  document: RequestDocument;
  name: string;
  edited: boolean;
  problem?: ManifestProblem;
  onReset: () => void;
  /** A field holds what can't be read. */
  onWrong: (field: ManifestField, wrong: boolean) => void;
}) {
  const classes = useStyles();
  const { t } = useKratixMarketplaceTranslation();
  const [view, setView] = useState<(typeof views)[number]>('fields');
  const { document, name, edited, problem, onReset, onWrong } = props;
  const show = (next: (typeof views)[number]) => {
    // A field that can't be read is drawn anew from the document.
    onWrong('labels', false);
    onWrong('selectors', false);
    setView(next);
  };
  return (
    <Panel
      title={t('install.manifest.title')}
      actions={
        edited && (
          <>
            <Tag>{t('install.manifest.edited')}</Tag>
            <PlainButton size="small" onClick={onReset}>
              {t('install.manifest.reset')}
            </PlainButton>
          </>
        )
      }
    >
      <p className={classes.intro}>{t('install.manifest.intro')}</p>
      <div className={classes.head}>
        <Choice
          label={t('install.manifest.view')}
          chosen={view}
          onChoose={show}
          options={views.map(id => ({
            id,
            title: t(`install.manifest.${id}`),
          }))}
        />
      </div>
      {view === 'yaml' ? (
        <Yaml document={document} name={name} />
      ) : (
        <Fields document={document} onWrong={onWrong} />
      )}
      {problem && (
        <p role="alert" dir="auto">
          {manifestProblemText(problem, name, t)}
        </p>
      )}
    </Panel>
  );
}

function Yaml(props: { document: RequestDocument; name: string }) {
  const { t } = useKratixMarketplaceTranslation();
  const { document, name } = props;
  const { text, errors } = useOfDocument(document, one => ({
    text: one.text,
    errors: one.errors.map(({ line, column, message }) => ({
      line,
      column,
      message,
    })),
  }));
  return (
    <YamlEditor
      value={text}
      onChange={typed => document.setText(typed)}
      problems={errors}
      label={t('install.manifest.yamlLabel', { name })}
      minLines={20}
    />
  );
}

function Fields(props: {
  document: RequestDocument;
  onWrong: (field: ManifestField, wrong: boolean) => void;
}) {
  const classes = useStyles();
  const { t } = useKratixMarketplaceTranslation();
  const { document, onWrong } = props;
  const { unread, version } = useOfDocument(document, one => ({
    unread: one.errors.length > 0,
    version: versionOf(one),
  }));
  if (unread) return <p>{t('install.manifest.noFields')}</p>;
  return (
    <div className={classes.fields}>
      <TextField
        fullWidth
        size="small"
        variant="outlined"
        id="kratix-manifest-version"
        label={t('install.manifest.version')}
        helperText={t('install.manifest.versionHint')}
        value={version}
        inputProps={{ autoComplete: 'off', spellCheck: false, dir: 'ltr' }}
        onChange={({ target }) => setVersion(document, target.value)}
      />
      {(['selectors', 'labels'] as const).map(field => (
        <LabelsField
          key={field}
          id={`kratix-manifest-${field}`}
          label={t(`install.manifest.${field}`)}
          hint={t(`install.manifest.${field}Hint`)}
          labels={labelsOf(document, field)}
          onLabels={labels => setLabels(document, field, labels)}
          onWrong={wrong => onWrong(field, wrong)}
        />
      ))}
    </div>
  );
}
