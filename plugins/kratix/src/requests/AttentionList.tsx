import { Link } from '@backstage/core-components';
import {
  stringifyRequestRef,
  type RequestView,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixTranslation,
  MiddleCut,
  RequestStatus,
  TimeAgo,
  useCauseWords,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import { ActionButton } from '../actions';
import { useLinks } from '../navigation';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    row: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) max-content',
      gap: theme.spacing(0.25, 2),
      alignItems: 'center',
      padding: theme.spacing(1.25, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      '&:first-child': { borderTop: 'none', paddingTop: theme.spacing(0.5) },
    },
    line: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      gap: theme.spacing(0.25, 1.5),
      minWidth: 0,
    },
    name: { fontWeight: 600, minWidth: 0, maxWidth: '100%' },
    quiet: { color: theme.palette.text.secondary, fontSize: '0.875rem' },
    why: { fontSize: '0.875rem', overflowWrap: 'anywhere' },
  }),
  { name: 'KratixAttentionList' },
);

/** What is wrong with each, why and who must act; worst first. @internal */
export function AttentionList(props: {
  requests: RequestView[];
  label: string;
}) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const links = useLinks();
  const wordsOf = useCauseWords();
  return (
    <ol className={classes.list} aria-label={props.label}>
      {props.requests.map(request => {
        const { description } = request;
        const cause = description.causes.at(0);
        const words = cause && wordsOf(cause);
        return (
          <li key={stringifyRequestRef(request)} className={classes.row}>
            <div>
              <div className={classes.line}>
                <RequestStatus description={description} clause />
                <span className={classes.name}>
                  <Link to={links.request(request)}>
                    <MiddleCut text={request.name} />
                  </Link>
                </span>
                <span className={classes.quiet}>
                  <bdi>{request.promiseTitle}</bdi>
                  {description.since && (
                    <>
                      {' · '}
                      <TimeAgo time={description.since} />
                    </>
                  )}
                </span>
              </div>
              {words && (
                <div className={classes.why} dir="auto">
                  {words.why} {words.next}
                </div>
              )}
            </div>
            <ActionButton
              to={links.request(request)}
              label={t('home.openNamed', { name: request.name })}
            >
              {t('home.open')}
            </ActionButton>
          </li>
        );
      })}
    </ol>
  );
}
