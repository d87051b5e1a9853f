import { Link } from '@backstage/core-components';
import type { ListingView } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixMarketplaceTranslation,
  StatusLabel,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import ErrorOutline from '@material-ui/icons/ErrorOutline';
import { ActionButton } from '../actions';
import { useLinks } from '../navigation';
import { InstallGroups } from './InstallGroups';
import { ListingActions } from './ListingActions';
import { ListingIcon } from './ListingIcon';
import { ListingTags } from './ListingTags';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(1),
      padding: theme.spacing(2),
      background: theme.palette.background.paper,
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: 8,
      color: theme.palette.text.primary,
      minWidth: 0,
    },
    head: { display: 'flex', gap: theme.spacing(1.5), alignItems: 'center' },
    names: { minWidth: 0, flex: 1, overflowWrap: 'anywhere' },
    title: {
      margin: 0,
      fontSize: '1.0625rem',
      fontWeight: 600,
      lineHeight: 1.3,
    },
    quiet: { color: theme.palette.text.secondary, fontSize: '0.875rem' },
    summary: {
      margin: 0,
      color: theme.palette.text.secondary,
      display: '-webkit-box',
      WebkitLineClamp: 2,
      WebkitBoxOrient: 'vertical',
      overflow: 'hidden',
      overflowWrap: 'anywhere',
    },
    tags: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.75) },
    problem: { fontSize: '0.875rem', overflowWrap: 'anywhere' },
    foot: {
      marginTop: 'auto',
      paddingTop: theme.spacing(1),
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
    },
  }),
  { name: 'KratixListingTile' },
);

/** What rows and cards of the marketplace know beside their listing. @internal */
export interface ListingSurroundings {
  sourceTitle: (id: string) => string;
  platformTitle: (id: string) => string;
  severalPlatforms: boolean;
  /** The person may install, so actions are worth their place. */
  mayInstall: boolean;
}

/** A Promise that could be installed: what it is, and who has it. @internal */
export function ListingTile(
  props: ListingSurroundings & { listing: ListingView },
) {
  const classes = useStyles();
  const { t } = useKratixMarketplaceTranslation();
  const links = useLinks();
  const { listing, sourceTitle, mayInstall, ...platforms } = props;
  const { title, category, summary, source, problem } = listing;
  return (
    <article className={classes.root} aria-label={title}>
      <div className={classes.head}>
        <ListingIcon listing={listing} />
        <div className={classes.names}>
          <h2 className={classes.title}>
            <Link to={links.listing(listing)}>
              <bdi>{title}</bdi>
            </Link>
          </h2>
          <span className={classes.quiet}>
            {[
              category,
              sourceTitle(source),
              listing.version ?? t('marketplace.noVersion'),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </div>
      </div>
      {summary && (
        <p className={classes.summary} dir="auto">
          {summary}
        </p>
      )}
      {problem && (
        <div className={classes.problem}>
          <StatusLabel tone="error" icon={ErrorOutline}>
            {t('marketplace.broken', { problem })}
          </StatusLabel>
        </div>
      )}
      <div className={classes.tags}>
        <ListingTags listing={listing} />
      </div>
      {!problem && <InstallGroups listing={listing} {...platforms} />}
      <div className={classes.foot}>
        {mayInstall && !problem && (
          <ListingActions
            listing={listing}
            allowed={{ install: true, upgrade: true }}
          />
        )}
        <ActionButton
          variant="text"
          to={links.listing(listing)}
          label={`${t('marketplace.action.details')}: ${title}`}
        >
          {t('marketplace.action.details')}
        </ActionButton>
      </div>
    </article>
  );
}
