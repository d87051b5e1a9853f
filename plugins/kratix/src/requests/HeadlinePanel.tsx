import type { RequestDescription } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  HealthStatus,
  useKratixTranslation,
  RequestStatus,
  Tag,
  TimeAgo,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { StatusAnnouncer } from './StatusAnnouncer';
import { VerdictCauses, VerdictPanel } from './VerdictPanel';

const useStyles = makeStyles(
  theme => ({
    top: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1, 3),
      marginBottom: theme.spacing(1),
    },
    label: {
      fontSize: '1.25rem',
      fontWeight: 700,
      lineHeight: 1.35,
      margin: 0,
    },
    axes: {
      marginLeft: 'auto',
      [theme.breakpoints.down('xs')]: { marginLeft: 0 },
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1, 3),
      margin: 0,
      '& > div': { display: 'flex', gap: theme.spacing(1) },
      '& dt': { color: theme.palette.text.secondary },
      '& dd': { margin: 0 },
    },
    flags: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.75),
      listStyle: 'none',
      margin: theme.spacing(1.5, 0, 0),
      padding: 0,
    },
    since: { color: theme.palette.text.secondary, fontSize: '0.875rem' },
  }),
  { name: 'KratixHeadlinePanel' },
);

/** What a request is, why, and who does what; the answer before all else. @internal */
export function HeadlinePanel(props: {
  description: RequestDescription;
  /** Changes are read out on an open page, not on a card among others. */
  announce?: boolean;
  /** `h2` on the page of the request. */
  heading?: boolean;
  notice?: ReactNode;
  children?: ReactNode;
}) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const { description, announce, heading, notice, children } = props;
  const { causes, flags, tone, since, health } = description;
  // Where a notice is given it says this in a sentence.
  const shownFlags = flags.filter(
    flag => !(notice && flag === 'change-not-processed'),
  );
  const Label = heading ? 'h2' : 'p';
  const delivery = { ...description, label: description.delivery };
  return (
    <VerdictPanel tone={tone}>
      <div className={classes.top}>
        <Label className={classes.label}>
          <RequestStatus description={description} large />
        </Label>
        {since && (
          <span className={classes.since}>
            <TimeAgo time={since} />
          </span>
        )}
        <dl className={classes.axes}>
          <div>
            <dt>{t('requestPage.headline.delivery')}</dt>
            <dd>{t(`request.status.${delivery.label}`)}</dd>
          </div>
          <div>
            <dt>{t('requestPage.headline.health')}</dt>
            <dd>
              <HealthStatus state={health.state} />
            </dd>
          </div>
        </dl>
      </div>
      <VerdictCauses
        causes={causes}
        said={t(`request.status.${description.label}`)}
      />
      {notice}
      {shownFlags.length > 0 && (
        <ul className={classes.flags}>
          {shownFlags.map(flag => (
            <li key={flag}>
              <Tag>{t(`request.flag.${flag}`)}</Tag>
            </li>
          ))}
        </ul>
      )}
      {children}
      {announce && <StatusAnnouncer description={description} />}
    </VerdictPanel>
  );
}
