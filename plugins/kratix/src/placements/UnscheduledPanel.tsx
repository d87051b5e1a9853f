import { Link } from '@backstage/core-components';
import {
  parseRequestRef,
  type RequestRef,
  type Unscheduled,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  CopyButton,
  useKratixTranslation,
  Panel,
  PlainButton,
  useFormats,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { useLinks } from '../navigation';
import { usePlatformTitles } from '../platforms/usePlatformTitles';
import { WhyNotTable } from './WhyNotTable';

const useStyles = makeStyles(
  theme => ({
    panel: { marginBottom: theme.spacing(2) },
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      padding: theme.spacing(1, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      '&:first-child': { borderTop: 'none' },
    },
    line: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 2),
    },
    requests: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 2),
      margin: theme.spacing(1, 0),
    },
    quiet: { color: theme.palette.text.secondary },
  }),
  { name: 'KratixUnscheduledPanel' },
);

/** Work that no Destination takes, with the reason for each. @internal */
export function UnscheduledPanel(props: { unscheduled: Unscheduled[] }) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const { number } = useFormats();
  const { unscheduled } = props;
  if (unscheduled.length === 0) return null;
  const total = unscheduled.reduce((sum, { count }) => sum + count, 0);
  return (
    <Panel
      className={classes.panel}
      title={t('destinations.unscheduled.titleCount', { n: number(total) })}
    >
      <ul className={classes.list}>
        {unscheduled.map(group => (
          <Group
            key={`${group.platform} ${JSON.stringify(group.labels)}`}
            group={group}
          />
        ))}
      </ul>
    </Panel>
  );
}

function refOf(text: string): RequestRef | undefined {
  try {
    return parseRequestRef(text);
  } catch {
    return undefined;
  }
}

function Group(props: { group: Unscheduled }) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const formats = useFormats();
  const links = useLinks();
  const [open, setOpen] = useState(false);
  const { titleOf } = usePlatformTitles();
  const { group } = props;
  const labels = Object.entries(group.labels).map(
    ([key, value]) => `${key}=${value}`,
  );
  const nearest = group.verdicts.find(({ reason }) => reason === 'labels');
  const command =
    nearest &&
    `kubectl label destination ${nearest.destination} ${Object.entries(
      nearest.lacks,
    )
      .map(([key, value]) => `${key}=${value}`)
      .join(' ')}`;
  return (
    <li className={classes.item}>
      <div className={classes.line}>
        <strong>
          {t('destinations.unscheduled.group', {
            count: group.count,
            labels:
              labels.length > 0
                ? formats.list(labels)
                : t('destinations.unscheduled.nothing'),
          })}
        </strong>
        <span className={classes.quiet}>{titleOf(group.platform)}</span>
        <PlainButton
          size="small"
          variant="outlined"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {t(
            open
              ? 'destinations.unscheduled.hide'
              : 'destinations.unscheduled.show',
          )}
        </PlainButton>
      </div>
      {open && (
        <>
          <div className={classes.requests}>
            {/* One with several pieces of work is named for each. */}
            {[...new Set(group.requests)].map(text => {
              const ref = refOf(text);
              return ref ? (
                <Link key={text} to={links.request(ref, 'placement')}>
                  {ref.namespace} / {ref.name}
                </Link>
              ) : null;
            })}
          </div>
          <WhyNotTable labels={group.labels} verdicts={group.verdicts} />
          {command && (
            <div className={classes.line}>
              <code>{command}</code>
              <CopyButton
                text={command}
                name={t('destinations.unscheduled.label', {
                  destination: nearest.destination,
                })}
              />
            </div>
          )}
        </>
      )}
    </li>
  );
}
