import type { ListingDetail } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixMarketplaceTranslation,
  Panel,
  type StateIcon,
  StatusLabel,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import ErrorOutline from '@material-ui/icons/ErrorOutline';
import InfoOutlined from '@material-ui/icons/InfoOutlined';
import ReportProblem from '@material-ui/icons/ReportProblemOutlined';
import { DataTable } from '../tables';

type Finding = ListingDetail['findings'][number];

const useStyles = makeStyles(
  theme => ({
    text: { margin: theme.spacing(0, 2, 1) },
    where: {
      color: theme.palette.text.secondary,
      fontSize: '0.8125rem',
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'KratixFindingsPanel' },
);

const looks: Record<
  Finding['severity'],
  { tone: 'error' | 'warn' | 'neutral'; icon: StateIcon }
> = {
  broken: { tone: 'error', icon: ErrorOutline },
  warning: { tone: 'warn', icon: ReportProblem },
  note: { tone: 'neutral', icon: InfoOutlined },
};

/** What is odd about a listing's files, for those who may install it. @internal */
export function FindingsPanel(props: { findings: Finding[] }) {
  const classes = useStyles();
  const { t } = useKratixMarketplaceTranslation();
  return (
    <Panel title={t('marketplace.page.findings')} flush>
      <p className={classes.text}>{t('marketplace.page.findingsHint')}</p>
      <DataTable
        bare
        caption={t('marketplace.page.findings')}
        columns={[
          {
            id: 'severity',
            title: t('marketplace.column.state'),
            state: true,
            noWrap: true,
            cell: ({ severity }) => (
              <StatusLabel {...looks[severity]}>
                {t(`marketplace.page.severity.${severity}`)}
              </StatusLabel>
            ),
          },
          {
            id: 'text',
            title: t('marketplace.page.findings'),
            header: true,
            cell: ({ text, path, line }) => (
              <>
                <span dir="auto">{text}</span>
                <div className={classes.where}>
                  {path}
                  {line !== undefined &&
                    `, ${t('marketplace.page.line', { n: `${line}` })}`}
                </div>
              </>
            ),
          },
        ]}
        rows={props.findings}
        keyOf={({ path, line, text }) => `${path} ${line} ${text}`}
      />
    </Panel>
  );
}
