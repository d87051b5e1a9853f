import type { ListingView } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  StatusLabel,
  useKratixMarketplaceTranslation,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import ErrorOutline from '@material-ui/icons/ErrorOutline';
import { Tile, TileTags } from '../browsing';
import { useLinks } from '../navigation';
import { InstallGroups } from './InstallGroups';
import { ListingActions } from './ListingActions';
import { ListingIcon } from './ListingIcon';
import { ListingTags } from './ListingTags';

const useStyles = makeStyles(
  { problem: { fontSize: '0.875rem', overflowWrap: 'anywhere' } },
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
  const { title, category, summary, source, version, problem } = listing;
  return (
    <Tile
      title={title}
      to={links.listing(listing)}
      icon={<ListingIcon listing={listing} />}
      facts={[
        category,
        sourceTitle(source),
        version ?? t('marketplace.noVersion'),
      ]}
      summary={summary}
      details={t('marketplace.action.details')}
      actions={
        mayInstall &&
        !problem && (
          <ListingActions
            listing={listing}
            allowed={{ install: true, upgrade: true }}
          />
        )
      }
    >
      {problem && (
        <div className={classes.problem}>
          <StatusLabel tone="error" icon={ErrorOutline}>
            {t('marketplace.broken', { problem })}
          </StatusLabel>
        </div>
      )}
      <TileTags>
        <ListingTags listing={listing} />
      </TileTags>
      {!problem && <InstallGroups listing={listing} {...platforms} />}
    </Tile>
  );
}
