import { useEntity } from '@backstage/plugin-catalog-react';
import type { PromiseRef } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixTranslation,
  Loaded,
  SkeletonRows,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { OfNamedEntity } from '../entities/OfNamedEntity';
import { useQuerySection } from '../sections';
import { ApiSection } from './ApiSection';
import { promiseSections, PromiseSections } from './PromiseSections';
import { usePromise } from './usePromise';

/** The Promise's page as a tab of its Component. @public */
export function PromiseEntityContent() {
  const { entity } = useEntity();
  return (
    <OfNamedEntity entity={entity}>
      {promise => <Sections promise={promise} />}
    </OfNamedEntity>
  );
}

/** The table of fields as a tab of its API. @public */
export function PromiseApiEntityContent() {
  const { entity } = useEntity();
  return (
    <OfNamedEntity entity={entity}>
      {promise => <Fields promise={promise} />}
    </OfNamedEntity>
  );
}

function useForbidden() {
  const { t } = useKratixTranslation();
  return { what: t('promisePage.what'), permission: 'kratix.promise.read' };
}

function Sections(props: { promise: PromiseRef }) {
  const promise = usePromise(props.promise);
  const section = useQuerySection(promiseSections);
  const forbidden = useForbidden();
  return (
    <Loaded
      of={promise}
      skeleton={<SkeletonRows count={8} height={32} />}
      forbidden={forbidden}
    >
      {value => <PromiseSections promise={value} section={section} />}
    </Loaded>
  );
}

function Fields(props: { promise: PromiseRef }) {
  const promise = usePromise(props.promise);
  const forbidden = useForbidden();
  return (
    <Loaded
      of={promise}
      skeleton={<SkeletonRows count={8} height={32} />}
      forbidden={forbidden}
    >
      {value => <ApiSection promise={value} />}
    </Loaded>
  );
}
