import { Link } from '@backstage/core-components';
import {
  stringifyRequestRef,
  type RequestTrace,
  type RequestView,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  EmptyState,
  useKratixTranslation,
  MiddleCut,
  Panel,
  PlainButton,
  RequestStatus,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { useLinks } from '../navigation';

const step = 100;

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(2) },
    list: { listStyle: 'none', margin: 0, padding: 0 },
    row: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 2),
      padding: theme.spacing(1, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      '&:first-child': { borderTop: 'none' },
    },
    status: { minWidth: 200 },
    quiet: { color: theme.palette.text.secondary },
  }),
  { name: 'KratixRelatedSection' },
);

/** What a request is part of, and its own parts. @internal */
export function RelatedSection(props: {
  trace: Pick<RequestTrace, 'parents' | 'children' | 'hidden'>;
}) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const { parents, children, hidden } = props.trace;
  if (parents.length === 0 && children.length === 0) {
    return hidden ? (
      <EmptyState title={t('requestPage.related.noneSeen')} />
    ) : (
      <EmptyState
        title={t('requestPage.related.none')}
        text={t('requestPage.related.noneHint')}
      />
    );
  }
  return (
    <div className={classes.root}>
      {parents.length > 0 && (
        <Panel title={t('requestPage.related.parents')}>
          <Relatives requests={parents} />
        </Panel>
      )}
      {children.length > 0 && (
        <Panel
          title={`${t('requestPage.related.children')} (${children.length})`}
        >
          <Relatives requests={children} />
        </Panel>
      )}
      {hidden && <p>{t('requestPage.related.hidden')}</p>}
    </div>
  );
}

function Relatives(props: { requests: RequestView[] }) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const links = useLinks();
  const [shown, setShown] = useState(step);
  const { requests } = props;
  return (
    <>
      <ul className={classes.list}>
        {requests.slice(0, shown).map(request => (
          <li key={stringifyRequestRef(request)} className={classes.row}>
            <span className={classes.status}>
              <RequestStatus description={request.description} clause />
            </span>
            <Link to={links.request(request)}>
              <MiddleCut text={request.name} />
            </Link>
            <bdi>{request.promiseTitle}</bdi>
            <span className={classes.quiet}>{request.namespace}</span>
          </li>
        ))}
      </ul>
      {requests.length > shown && (
        <PlainButton size="small" onClick={() => setShown(shown + step)}>
          {t('requestPage.related.more')}
        </PlainButton>
      )}
    </>
  );
}
