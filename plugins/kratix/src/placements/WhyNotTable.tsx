import type { PlacementView } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixTranslation,
  useFormats,
  VisuallyHidden,
  type KratixT,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import CheckIcon from '@material-ui/icons/Check';
import CloseIcon from '@material-ui/icons/Close';

type Verdict = NonNullable<PlacementView['verdicts']>[number];

const nearest = 20;

const useStyles = makeStyles(
  theme => ({
    frame: { overflowX: 'auto' },
    table: {
      borderCollapse: 'collapse',
      fontSize: '0.875rem',
      '& th, & td': {
        textAlign: 'start',
        padding: theme.spacing(0.5, 2, 0.5, 0),
        borderTop: `1px solid ${theme.palette.divider}`,
        whiteSpace: 'nowrap',
      },
      '& thead th': { color: theme.palette.text.secondary, borderTop: 'none' },
      '& tbody th': { fontWeight: 600 },
    },
    icon: { fontSize: 16, verticalAlign: 'text-bottom', marginLeft: 4 },
    note: {
      color: theme.palette.text.secondary,
      margin: theme.spacing(1, 0, 0),
    },
  }),
  { name: 'KratixWhyNotTable' },
);

/** Each Destination against each label that is asked for, nearest first. @internal */
export function WhyNotTable(props: {
  labels: Record<string, string>;
  verdicts: Verdict[];
}) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const formats = useFormats();
  const { labels, verdicts } = props;
  const keys = Object.keys(labels);
  if (verdicts.length === 0) {
    return <p className={classes.note}>{t('placement.why.noDestination')}</p>;
  }
  return (
    <div className={classes.frame}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('placement.why.destination')}</th>
            {keys.map(key => (
              <th scope="col" key={key}>
                {key}={labels[key]}
              </th>
            ))}
            <th scope="col">{t('placement.why.verdict')}</th>
          </tr>
        </thead>
        <tbody>
          {verdicts.slice(0, nearest).map(verdict => (
            <tr key={verdict.destination}>
              <th scope="row">{verdict.destination}</th>
              {keys.map(key => (
                <td key={key}>
                  <Match has={!(key in verdict.lacks)} />
                </td>
              ))}
              <td>{verdictText(verdict, t, formats.list)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {verdicts.length > nearest && (
        <p className={classes.note}>
          {t('placement.why.more', {
            n: formats.number(verdicts.length - nearest),
          })}
        </p>
      )}
    </div>
  );
}

function Match(props: { has: boolean }) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const Icon = props.has ? CheckIcon : CloseIcon;
  return (
    <>
      <Icon aria-hidden className={classes.icon} />
      <VisuallyHidden>
        {t(props.has ? 'placement.why.matches' : 'placement.why.differs')}
      </VisuallyHidden>
    </>
  );
}

function verdictText(
  { reason, lacks }: Verdict,
  t: KratixT,
  list: (items: string[]) => string,
): string {
  const missing = Object.entries(lacks).map(
    ([key, value]) => `${key}=${value}`,
  );
  switch (reason) {
    case 'matches':
      return t('placement.why.fits');
    case 'labels':
      return missing.length > 2
        ? t('placement.why.several', { n: `${missing.length}` })
        : t('placement.why.lacks', { labels: list(missing) });
    case 'strict':
      return t('placement.why.strict');
    case 'deleting':
      return t('placement.why.deleting');
    case 'preview':
      return t('placement.why.preview');
    default:
      return reason satisfies never;
  }
}
