import { Link } from '@backstage/core-components';
import type { RequestDetail } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixTranslation,
  WriteStatus,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import { useLinks } from '../navigation';

const useStyles = makeStyles(
  theme => ({
    root: { listStyle: 'none', margin: 0, padding: 0 },
    row: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 1.5),
      padding: theme.spacing(0.5, 0),
    },
    files: { color: theme.palette.text.secondary },
  }),
  { name: 'KratixRunsOn' },
);

/** The Destinations that have its files. @internal */
export function RunsOn(props: {
  request: Pick<RequestDetail, 'platform' | 'runsOn' | 'description'>;
}) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const links = useLinks();
  const { platform, runsOn, description } = props.request;
  if (runsOn.length === 0) {
    const settled = description.delivery === 'ready';
    return (
      <p style={{ margin: 0 }}>
        {t(settled ? 'requestPage.runsOn.nothing' : 'requestPage.runsOn.none')}
      </p>
    );
  }
  return (
    <ul className={classes.root}>
      {byDestination(runsOn).map(({ destination, write, files }) => (
        <li key={`${destination} ${write}`} className={classes.row}>
          <Link to={links.destination({ platform, name: destination })}>
            {destination}
          </Link>
          <WriteStatus write={write} />
          <span className={classes.files}>
            {t('requestPage.runsOn.files', { count: files })}
          </span>
        </li>
      ))}
    </ul>
  );
}

type Placed = RequestDetail['runsOn'][number];

/** One line for all that is in the same state in the same place. Pure. */
function byDestination(placed: Placed[]): Placed[] {
  const lines = new Map<string, Placed>();
  for (const one of placed) {
    const key = `${one.destination} ${one.write}`;
    const files = (lines.get(key)?.files ?? 0) + one.files;
    lines.set(key, { ...one, files });
  }
  return [...lines.values()];
}
