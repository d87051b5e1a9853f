import { Link } from '@backstage/core-components';
import type { RequestDetail } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  LetterTile,
  VersionTag,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import { useLinks } from '../navigation';
import { PageHeading } from '../shell';
import { RequestActions } from './RequestActions';

const useStyles = makeStyles(
  theme => ({
    facts: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1.5),
      color: theme.palette.text.secondary,
    },
    actions: {
      marginLeft: 'auto',
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
    },
  }),
  { name: 'KratixRequestHeader' },
);

/** Name, Promise, place and what can be done. @internal */
export function RequestHeader(props: { request: RequestDetail }) {
  const classes = useStyles();
  const links = useLinks();
  const { request } = props;
  const { platform, namespace, name, promise, promiseTitle } = request;
  return (
    <PageHeading
      title={<bdi>{name}</bdi>}
      before={<LetterTile name={promiseTitle} size={36} />}
    >
      <span className={classes.facts}>
        <Link to={links.promise({ platform, name: promise })}>
          <bdi>{promiseTitle}</bdi>
        </Link>
        <VersionTag version={request.description.version} />
        <span>
          {namespace === '-' ? '' : `${namespace} · `}
          {request.freshness.title}
        </span>
      </span>
      <span className={classes.actions}>
        <RequestActions request={request} />
      </span>
    </PageHeading>
  );
}
