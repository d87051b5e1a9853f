import type { ListingDetail } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixMarketplaceTranslation,
  Panel,
  StatusLabel,
  Tag,
  useFormats,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import LockOpen from '@material-ui/icons/LockOpen';
import { LabelTags } from '../placements/LabelTags';
import { DataTable } from '../tables';
import { RequirementsPanel } from './RequirementsPanel';
import { RightsPanel } from './RightsPanel';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(2), minWidth: 0 },
    columns: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(320px, 100%), 1fr))',
      gap: theme.spacing(2),
      alignItems: 'start',
    },
    text: { margin: theme.spacing(0, 0, 1) },
    inset: { margin: theme.spacing(0, 2, 2) },
    list: { margin: theme.spacing(0.5, 0), paddingLeft: theme.spacing(2.5) },
    image: { fontSize: '0.8125rem', overflowWrap: 'anywhere' },
  }),
  { name: 'KratixContentsSection' },
);

/** What an install brings onto the platform, and what that may do there. @internal */
export function ContentsSection(props: {
  listing: ListingDetail;
  sourceTitle: (id: string) => string;
}) {
  const classes = useStyles();
  const { listing, sourceTitle } = props;
  return (
    <div className={classes.root}>
      <RightsPanel rights={listing.rights} />
      <StepsPanel images={listing.pipelineImages} />
      <div className={classes.columns}>
        <DestinationsPanel listing={listing} />
        <RequirementsPanel
          requires={listing.requires}
          sourceTitle={sourceTitle}
        />
      </div>
    </div>
  );
}

function StepsPanel(props: { images: ListingDetail['pipelineImages'] }) {
  const classes = useStyles();
  const { t } = useKratixMarketplaceTranslation();
  const { images } = props;
  return (
    <Panel title={t('marketplace.contents.steps')} flush>
      {images.length === 0 ? (
        <p className={classes.inset}>{t('marketplace.contents.noSteps')}</p>
      ) : (
        <DataTable
          bare
          caption={t('marketplace.contents.steps')}
          columns={[
            {
              id: 'container',
              title: t('marketplace.contents.container'),
              header: true,
              cell: ({ container }) => container,
            },
            {
              id: 'pipeline',
              title: t('marketplace.contents.pipeline'),
              cell: ({ pipeline }) => pipeline,
            },
            {
              id: 'image',
              title: t('marketplace.contents.image'),
              cell: ({ image, mutable }) => (
                <>
                  <code className={classes.image}>{image}</code>{' '}
                  {mutable && (
                    <Tag
                      tone="warn"
                      title={t('marketplace.contents.mutableHint')}
                    >
                      {t('marketplace.contents.mutable')}
                    </Tag>
                  )}
                </>
              ),
            },
          ]}
          rows={images}
          keyOf={({ pipeline, container }) => `${pipeline}/${container}`}
        />
      )}
      {images.some(({ mutable }) => mutable) && (
        <p className={classes.inset} style={{ marginTop: 12 }}>
          <StatusLabel tone="warn" icon={LockOpen}>
            {`${t('marketplace.contents.mutable')}: ${t(
              'marketplace.contents.mutableHint',
            )}`}
          </StatusLabel>
        </p>
      )}
    </Panel>
  );
}

function DestinationsPanel(props: { listing: ListingDetail }) {
  const classes = useStyles();
  const { t } = useKratixMarketplaceTranslation();
  const { number } = useFormats();
  const { dependencies, destinationSelectors } = props.listing;
  return (
    <Panel title={t('marketplace.contents.installs')}>
      <p className={classes.text}>
        {dependencies.length > 0
          ? t('marketplace.contents.installsHint')
          : t('marketplace.contents.installsNothing')}
      </p>
      {dependencies.length > 0 && (
        <ul className={classes.list}>
          {dependencies.map(({ kind, count }) => (
            <li key={kind}>
              {number(count)} × {kind}
            </li>
          ))}
        </ul>
      )}
      <h3 style={{ fontSize: '0.9375rem', margin: '12px 0 4px' }}>
        {t('marketplace.contents.selectors')}
      </h3>
      {destinationSelectors.length === 0 ? (
        <p className={classes.text}>{t('marketplace.contents.anywhere')}</p>
      ) : (
        <>
          <p className={classes.text}>
            {t('marketplace.contents.selectorsHint')}
          </p>
          {destinationSelectors.map(labels => (
            <div key={JSON.stringify(labels)}>
              <LabelTags labels={labels} />
            </div>
          ))}
        </>
      )}
    </Panel>
  );
}
