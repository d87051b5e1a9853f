import { Link } from '@backstage/core-components';
import {
  stringifyRequestRef,
  type RequestView,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  MiddleCut,
  RequestStatus,
  TimeAgo,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import { useLinks } from '../navigation';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    row: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 4fr) minmax(0, 6fr) 104px',
      gap: theme.spacing(0.25, 2),
      padding: theme.spacing(0.75, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      '&:first-child': { borderTop: 'none' },
      [theme.breakpoints.down('xs')]: {
        gridTemplateColumns: 'minmax(0, 1fr) auto',
      },
    },
    quiet: { color: theme.palette.text.secondary },
    time: { color: theme.palette.text.secondary, textAlign: 'end' },
  }),
  { name: 'KratixRequestRows' },
);

/** Requests in a card: name, Promise, state and when it last changed. @internal */
export function RequestRows(props: { requests: RequestView[]; label: string }) {
  const classes = useStyles();
  const links = useLinks();
  return (
    <ul className={classes.list} aria-label={props.label}>
      {props.requests.map(request => (
        <li key={stringifyRequestRef(request)} className={classes.row}>
          <Link to={links.request(request)}>
            <MiddleCut text={request.name} />
          </Link>
          <bdi className={classes.quiet}>{request.promiseTitle}</bdi>
          <RequestStatus description={request.description} clause />
          <span className={classes.time}>
            <TimeAgo time={request.changedAt ?? request.createdAt} />
          </span>
        </li>
      ))}
    </ul>
  );
}
