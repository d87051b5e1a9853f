import type { PromiseDetail } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixTranslation,
  Panel,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { DataTable } from '../tables';

const useStyles = makeStyles(
  theme => ({
    text: { margin: theme.spacing(0, 2, 1) },
    pointer: { fontSize: '0.8125rem', overflowWrap: 'anywhere' },
  }),
  { name: 'KratixFormNotes' },
);

/** What the form of a Promise simplifies, for those who look after it. @internal */
export function FormNotes(props: {
  notes: NonNullable<PromiseDetail['notes']>;
}) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  return (
    <Panel title={t('promisePage.api.notes.title')} flush>
      <p className={classes.text}>
        {t('promisePage.api.notes.who')} {t('promisePage.api.notes.whatToDo')}
      </p>
      <DataTable
        bare
        caption={t('promisePage.api.notes.title')}
        columns={[
          {
            id: 'pointer',
            title: t('promisePage.api.notes.pointer'),
            header: true,
            cell: ({ pointer }) =>
              pointer === '' ? (
                t('promisePage.api.notes.root')
              ) : (
                <code className={classes.pointer}>{pointer}</code>
              ),
          },
          {
            id: 'reason',
            title: t('promisePage.api.notes.reason'),
            cell: ({ level, text }) => (
              <>
                {level === 'author-mistake' && (
                  <strong>{t('promisePage.api.notes.mistake')} </strong>
                )}
                <span dir="auto">{text}</span>
              </>
            ),
          },
        ]}
        rows={props.notes}
        keyOf={({ pointer, text }) => `${pointer} ${text}`}
      />
    </Panel>
  );
}

/** How many fields its form has, and how they are typed. @internal */
export function FormCounts(props: {
  counts: NonNullable<PromiseDetail['formFields']>;
  children?: ReactNode;
}) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const { shown, asYaml, hidden } = props.counts;
  return (
    <Panel title={t('promisePage.api.formFields.title')} flush>
      <p className={classes.text}>
        {t('promisePage.api.formFields.counts', {
          shown: `${shown}`,
          asYaml: `${asYaml}`,
          hidden: `${hidden}`,
        })}
      </p>
      <div className={classes.text}>{props.children}</div>
    </Panel>
  );
}
