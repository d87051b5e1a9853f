import { Link } from '@backstage/core-components';
import type {
  PlacementView,
  RequestTrace,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  CopyButton,
  DestinationStatus,
  EmptyState,
  type Fact,
  FactList,
  ForbiddenNotice,
  useKratixTranslation,
  MiddleCut,
  Panel,
  PlainButton,
  TimeAgo,
  useFormats,
  WriteStatus,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import ExpandLess from '@material-ui/icons/ExpandLess';
import ExpandMore from '@material-ui/icons/ExpandMore';
import { useState } from 'react';
import { useLinks } from '../navigation';
import { WhyNotTable } from './WhyNotTable';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(2) },
    files: {
      margin: theme.spacing(0.5, 0, 0),
      paddingLeft: theme.spacing(2.5),
      '& code': { overflowWrap: 'anywhere' },
    },
    // Its text stands where that of the facts does.
    toggle: { margin: '-5px 0 -5px -5px' },
    asks: { color: theme.palette.text.secondary },
    why: { margin: theme.spacing(2, 0, 1), fontSize: '1rem' },
    error: { overflowWrap: 'anywhere' },
  }),
  { name: 'KratixPlacementSection' },
);

/** Where the files of a request went, one panel for each workload group. @internal */
export function PlacementSection(props: {
  platform: string;
  trace: Pick<RequestTrace, 'placements' | 'placementsVisible'>;
}) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const { platform, trace } = props;
  if (!trace.placementsVisible) {
    return (
      <ForbiddenNotice
        what={t('placement.what')}
        permission="kratix.destination.read"
      />
    );
  }
  if (trace.placements.length === 0) {
    return (
      <EmptyState
        title={t('requestPage.placement.none')}
        text={t('requestPage.placement.noneHint')}
      />
    );
  }
  return (
    <div className={classes.root}>
      {trace.placements.map(placement => (
        <Placement
          key={`${placement.work}/${placement.group}/${
            placement.destination?.name ?? ''
          }`}
          platform={platform}
          placement={placement}
        />
      ))}
    </div>
  );
}

function Placement(props: { platform: string; placement: PlacementView }) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const formats = useFormats();
  const links = useLinks();
  const { platform, placement } = props;
  const { destination, verdicts, storePath, versionId } = placement;
  const asked = Object.fromEntries(
    placement.selectors.flatMap(selector => Object.entries(selector.labels)),
  );
  const directory = directoryIn(placement);
  // Names of Works and groups are hashes: nothing to head a card with.
  const pipeline = placement.pipeline ?? t('requestPage.placement.unnamed');
  const labels = Object.entries(asked).map(([key, value]) => `${key}=${value}`);
  const facts: Fact[] = [
    [
      t('requestPage.placement.column.destination'),
      <>
        {destination ? (
          <>
            <Link to={links.destination({ platform, name: destination.name })}>
              {destination.name}
            </Link>{' '}
            {destination.description && (
              <DestinationStatus description={destination.description} />
            )}
          </>
        ) : (
          t('requestPage.placement.nowhere')
        )}
        <div className={classes.asks}>
          {labels.length > 0
            ? t('requestPage.placement.selectors', {
                labels: formats.list(labels),
              })
            : t('requestPage.placement.anywhere')}
        </div>
      </>,
    ],
    [
      t('requestPage.placement.column.write'),
      placement.writeError && (
        <span className={classes.error} dir="auto">
          {placement.writeError}
        </span>
      ),
    ],
    [
      t('requestPage.placement.column.time'),
      placement.writtenAt && <TimeAgo time={placement.writtenAt} />,
    ],
    [
      t('requestPage.placement.column.path'),
      storePath && (
        <>
          <code>{storePath}</code>{' '}
          <CopyButton
            text={storePath}
            name={t('requestPage.placement.column.path')}
          />
        </>
      ),
    ],
    [
      t('requestPage.placement.column.version'),
      versionId && <MiddleCut text={versionId} />,
    ],
    [
      t('requestPage.placement.column.files'),
      <Files files={placement.files} />,
    ],
  ];
  return (
    <Panel
      title={
        directory
          ? t('requestPage.placement.titleIn', { pipeline, directory })
          : pipeline
      }
      actions={<WriteStatus write={placement.write} />}
    >
      <FactList facts={facts} />
      {!destination && verdicts && (
        <>
          <h3 className={classes.why}>{t('requestPage.placement.why')}</h3>
          <WhyNotTable labels={asked} verdicts={verdicts} />
        </>
      )}
    </Panel>
  );
}

/** The directory it writes to, unless that is the root. */
function directoryIn({ directory }: PlacementView): string | undefined {
  return directory.replace(/^\.?\/*/, '').replace(/\/+$/, '') || undefined;
}

function Files(props: { files: string[] }) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const [open, setOpen] = useState(false);
  const { files } = props;
  if (files.length === 0) return <>0</>;
  return (
    <>
      <PlainButton
        size="small"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className={classes.toggle}
        endIcon={open ? <ExpandLess /> : <ExpandMore />}
      >
        {open
          ? t('requestPage.placement.hideFiles')
          : t('requestPage.placement.showFiles', { count: files.length })}
      </PlainButton>
      {open && (
        <ul className={classes.files}>
          {files.map(file => (
            <li key={file}>
              <code>{file}</code>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
