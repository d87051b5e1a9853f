import {
  RELATION_HAS_PART,
  RELATION_OWNED_BY,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useEntity } from '@backstage/plugin-catalog-react';
import type { RequestPage } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  EmptyState,
  useKratixTranslation,
  Loaded,
  Panel,
  PartialStrip,
  SkeletonRows,
  useFormats,
} from '@kratix-portal/backstage-plugin-kratix-react';
import AddIcon from '@material-ui/icons/Add';
import LinkIcon from '@material-ui/icons/Link';
import { useState } from 'react';
import { ActionButton } from '../actions';
import { useLinks } from '../navigation';
import { LinkRequestDialog } from './LinkRequestDialog';
import { PromiseChooser } from './PromiseChooser';
import { RequestRows } from './RequestRows';
import { useCreateReason } from './useCreateReason';
import { useRequestList } from './useRequestList';
import { useUsedPromises } from './useUsedPromises';

const rows = 6;

/** What the platform has set up for a service, and the way to more. @public */
export function InfrastructureCard() {
  const { entity } = useEntity();
  const { t } = useKratixTranslation();
  const reasonFor = useCreateReason();
  const [open, setOpen] = useState<'adding' | 'linking'>();
  const close = () => setOpen(undefined);
  const services = servicesOf(entity);
  const actions = (
    <>
      {/* A request is for one service; a system has several. */}
      {entity.kind === 'Component' && (
        <ActionButton
          startIcon={<LinkIcon />}
          onClick={() => setOpen('linking')}
        >
          {t('infrastructure.link')}
        </ActionButton>
      )}
      <ActionButton
        startIcon={<AddIcon />}
        reason={reasonFor()}
        onClick={() => setOpen('adding')}
      >
        {t('infrastructure.add')}
      </ActionButton>
    </>
  );
  return (
    <Panel title={t('infrastructure.title')} actions={actions}>
      {services.length > 0 ? (
        <OfServices services={services} title={titleOf(entity)} />
      ) : (
        <NothingYet title={titleOf(entity)} />
      )}
      {open === 'adding' && <AddToService entity={entity} onClose={close} />}
      {open === 'linking' && (
        <LinkRequestDialog
          service={stringifyEntityRef(entity)}
          title={titleOf(entity)}
          onClose={close}
        />
      )}
    </Panel>
  );
}

function titleOf({ metadata }: Entity): string {
  return metadata.title ?? metadata.name;
}

/** The service itself, or the Components of a system. */
function servicesOf(entity: Entity): string[] {
  if (entity.kind === 'Component') return [stringifyEntityRef(entity)];
  return (entity.relations ?? [])
    .filter(({ type }) => type === RELATION_HAS_PART)
    .map(({ targetRef }) => targetRef)
    .filter(ref => ref.startsWith('component:'));
}

function ownerOf(entity: Entity): string | undefined {
  return entity.relations?.find(({ type }) => type === RELATION_OWNED_BY)
    ?.targetRef;
}

function OfServices(props: { services: string[]; title: string }) {
  const { t } = useKratixTranslation();
  const { page } = useRequestList({
    service: props.services,
    sort: 'attention',
    size: rows,
  });
  return (
    <Loaded
      of={page}
      skeleton={<SkeletonRows count={3} height={28} />}
      forbidden={{
        what: t('requestsPage.what'),
        permission: 'kratix.request.read',
      }}
    >
      {value => <InfrastructureView {...props} page={value} />}
    </Loaded>
  );
}

/** @internal */
export function InfrastructureView(props: {
  page: Pick<RequestPage, 'items' | 'total' | 'freshness' | 'partial'>;
  services: string[];
  title: string;
}) {
  const { t } = useKratixTranslation();
  const { number } = useFormats();
  const links = useLinks();
  const { page, services, title } = props;
  return (
    <>
      <PartialStrip freshness={page.freshness} />
      {page.items.length === 0 ? (
        <NothingYet title={title} partial={page.partial} />
      ) : (
        <RequestRows requests={page.items} label={t('infrastructure.title')} />
      )}
      {page.total > 0 && (
        <div style={{ marginTop: 12 }}>
          <Link to={links.requests({ service: services.join(',') })}>
            {t('infrastructure.seeAll', { n: number(page.total) })}
          </Link>
        </div>
      )}
    </>
  );
}

function NothingYet(props: { title: string; partial?: boolean }) {
  const { t } = useKratixTranslation();
  return (
    <EmptyState
      compact
      title={t(props.partial ? 'requestsPage.noneSeen' : 'infrastructure.none')}
      text={t('infrastructure.noneHint', { name: props.title })}
    />
  );
}

function AddToService(props: { entity: Entity; onClose: () => void }) {
  const { t } = useKratixTranslation();
  const { entity, onClose } = props;
  const owner = ownerOf(entity);
  const usedFirst = useUsedPromises(owner);
  const service =
    entity.kind === 'Component' ? stringifyEntityRef(entity) : undefined;
  return (
    <PromiseChooser
      title={t('chooser.addTo', { service: titleOf(entity) })}
      onClose={onClose}
      usedFirst={usedFirst}
      prefill={promise => ({
        owner,
        service,
        name: suggestedName(entity.metadata.name, promise.name),
      })}
    />
  );
}

/** `orders-postgresql`, as far as a name may be long. @internal */
export function suggestedName(service: string, promise: string): string {
  return `${service}-${promise}`
    .toLocaleLowerCase('en-US')
    .replace(/[^a-z0-9-]+/g, '-')
    .slice(0, 63)
    .replace(/^-+|-+$/g, '');
}
