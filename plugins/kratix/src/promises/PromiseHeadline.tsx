import type { PromiseDetail } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  CauseList,
  useKratixTranslation,
  PromiseStatus,
  toneColor,
  useCauseWords,
  useFormats,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import { EvidenceList } from '../requests/EvidenceList';

const useStyles = makeStyles(
  theme => ({
    root: {
      background: theme.palette.background.paper,
      border: `1px solid ${theme.palette.divider}`,
      borderLeftWidth: 6,
      borderRadius: 8,
      padding: theme.spacing(2),
      marginBottom: theme.spacing(2),
      color: theme.palette.text.primary,
    },
    label: {
      fontSize: '1.125rem',
      fontWeight: 700,
      margin: theme.spacing(0, 0, 1),
    },
    headline: { fontWeight: 600, margin: theme.spacing(0, 0, 1) },
  }),
  { name: 'KratixPromiseHeadline' },
);

/** What is wrong with a Promise; nothing where it is available. @internal */
export function PromiseHeadline(props: {
  promise: Pick<PromiseDetail, 'description' | 'name'> &
    Partial<Pick<PromiseDetail, 'clashesWith'>>;
}) {
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useKratixTranslation();
  const formats = useFormats();
  const wordsOf = useCauseWords();
  const { description, clashesWith = [], name } = props.promise;
  const first = description.causes.at(0);
  const clash = clashesWith.length > 0 && (
    <div
      className={classes.root}
      style={{ borderLeftColor: toneColor(theme, 'error') }}
      role="alert"
    >
      <p className={classes.headline}>
        {t('promisePage.clash', {
          names: formats.list([name, ...clashesWith]),
        })}
      </p>
      <p style={{ margin: 0 }}>{t('promisePage.clashHint')}</p>
    </div>
  );
  if (description.label === 'available') return clash || null;
  return (
    <>
      {clash}
      <div
        className={classes.root}
        style={{ borderLeftColor: toneColor(theme, description.tone) }}
      >
        <h2 className={classes.label}>
          <PromiseStatus description={description} />
        </h2>
        {first && (
          <p className={classes.headline} dir="auto">
            {wordsOf(first).headline}
          </p>
        )}
        <CauseList causes={description.causes} />
        <EvidenceList causes={description.causes} />
      </div>
    </>
  );
}
