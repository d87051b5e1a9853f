import { Link } from '@backstage/core-components';
import { useEntity } from '@backstage/plugin-catalog-react';
import type {
  RequestDetail,
  RequestRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixTranslation,
  Loaded,
  Panel,
  PartialStrip,
  RequestRail,
  SkeletonRows,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import { OfRequestEntity } from '../entities/OfRequestEntity';
import { useLinks } from '../navigation';
import { HeadlinePanel } from './HeadlinePanel';
import { RunsOn } from './RunsOn';
import { useRequest } from './useRequest';
import { UseIt } from './UseIt';

const shownOutputs = 4;

const useStyles = makeStyles(
  theme => ({
    part: { marginTop: theme.spacing(2) },
    title: { margin: theme.spacing(0, 0, 1), fontSize: '0.9375rem' },
  }),
  { name: 'KratixRequestStatusCard' },
);

/** On the page of a request's entity: what it is, why, and how to use it. @public */
export function RequestStatusCard() {
  const { entity } = useEntity();
  const { t } = useKratixTranslation();
  return (
    <Panel title={t('shell.title')}>
      <OfRequestEntity entity={entity}>
        {request => <Card request={request} />}
      </OfRequestEntity>
    </Panel>
  );
}

function Card(props: { request: RequestRef }) {
  const { t } = useKratixTranslation();
  const request = useRequest(props.request);
  return (
    <Loaded
      of={request}
      skeleton={<SkeletonRows count={6} />}
      forbidden={{
        what: t('requestPage.what'),
        permission: 'kratix.request.read',
      }}
    >
      {value => <RequestStatusView request={value} />}
    </Loaded>
  );
}

/** @internal */
export function RequestStatusView(props: { request: RequestDetail }) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const links = useLinks();
  const { request } = props;
  return (
    <>
      <PartialStrip freshness={[request.freshness]} />
      <HeadlinePanel description={request.description} />
      <RequestRail rail={request.description.rail} />
      {request.outputs.length > 0 && (
        <div className={classes.part}>
          <h3 className={classes.title}>{t('requestPage.use.title')}</h3>
          <UseIt request={request} limit={shownOutputs} />
        </div>
      )}
      <div className={classes.part}>
        <h3 className={classes.title}>{t('requestPage.runsOn.title')}</h3>
        <RunsOn request={request} />
      </div>
      <p>
        <Link to={links.request(request)}>
          {t('requestPage.action.openNamed', { name: request.name })}
        </Link>
      </p>
    </>
  );
}
