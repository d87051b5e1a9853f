import type {
  RequestDetail,
  RequestTrace,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixTranslation,
  Loaded,
  Panel,
  RequestRail,
  SkeletonRows,
  type Loadable,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import { StepsSection } from '../pipelines/StepsSection';
import { PlacementSection } from '../placements/PlacementSection';
import {
  SectionTabs,
  TwoColumns,
  type Section,
  type SectionState,
} from '../sections';
import { EvidenceList } from './EvidenceList';
import { HeadlinePanel } from './HeadlinePanel';
import { ManifestSection } from './ManifestSection';
import { ProcessingNotice } from './ProcessingNotice';
import { RelatedSection } from './RelatedSection';
import { RequestFacts } from './RequestFacts';
import { RunsOn } from './RunsOn';
import { Settings } from './Settings';
import { UseIt } from './UseIt';
import { useRequestTrace } from './useRequest';

/** The parts of a request's page, as its address names them. @internal */
export const requestSections = [
  'overview',
  'steps',
  'placement',
  'related',
  'manifest',
] as const;

/** @internal */
export type RequestSection = (typeof requestSections)[number];

const useStyles = makeStyles(
  theme => ({
    rail: {
      background: theme.palette.background.paper,
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: 8,
      padding: theme.spacing(2),
      marginBottom: theme.spacing(2),
    },
  }),
  { name: 'KratixRequestSections' },
);

/** Everything about a request below its name; on its page and as an entity's tab. @internal */
export function RequestSections(props: {
  request: RequestDetail;
  section: SectionState<RequestSection>;
}) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const { request, section } = props;
  const { description } = request;
  const trace = useRequestTrace(request);
  const counts = countsOf(trace);
  const forbidden = {
    what: t('requestPage.what'),
    permission: 'kratix.request.read',
  };

  const content: Record<RequestSection, Section<RequestSection>['content']> = {
    overview: () => <Overview request={request} />,
    steps: () => (
      <Loaded
        of={trace}
        skeleton={<SkeletonRows count={6} height={32} />}
        forbidden={forbidden}
      >
        {({ runs }) => <StepsSection runs={runs} />}
      </Loaded>
    ),
    placement: () => (
      <Loaded
        of={trace}
        skeleton={<SkeletonRows count={6} height={32} />}
        forbidden={forbidden}
      >
        {value => (
          <PlacementSection platform={request.platform} trace={value} />
        )}
      </Loaded>
    ),
    related: () => (
      <Loaded
        of={trace}
        skeleton={<SkeletonRows count={4} height={32} />}
        forbidden={forbidden}
      >
        {value => <RelatedSection trace={value} />}
      </Loaded>
    ),
    manifest: () => <ManifestSection request={request} />,
  };

  return (
    <>
      <HeadlinePanel
        description={description}
        announce
        heading
        notice={<ProcessingNotice request={request} />}
      >
        <EvidenceList causes={description.causes} />
      </HeadlinePanel>
      <div className={classes.rail}>
        <RequestRail rail={description.rail} />
      </div>
      <SectionTabs
        label={t('requestPage.sections')}
        current={section.current}
        onChange={section.open}
        sections={requestSections.map(id => {
          const title = t(`requestPage.section.${id}`);
          const count = counts[id];
          return {
            id,
            title: count ? `${title} ${count}` : title,
            content: content[id],
          };
        })}
      />
    </>
  );
}

function countsOf(
  trace: Loadable<RequestTrace>,
): Partial<Record<RequestSection, number>> {
  if (trace.state !== 'ready') return {};
  const { placements, parents, children } = trace.value;
  return {
    placement: placements.length,
    related: parents.length + children.length,
  };
}

function Overview(props: { request: RequestDetail }) {
  const { t } = useKratixTranslation();
  const { request } = props;
  return (
    <TwoColumns
      main={
        <>
          <Panel title={t('requestPage.use.title')}>
            <UseIt request={request} />
          </Panel>
          <Panel title={t('requestPage.settings.title')}>
            <Settings settings={request.settings} />
          </Panel>
        </>
      }
      side={
        <>
          <Panel title={t('requestPage.runsOn.title')}>
            <RunsOn request={request} />
          </Panel>
          <Panel title={t('requestPage.facts.title')}>
            <RequestFacts request={request} />
          </Panel>
        </>
      }
    />
  );
}
