import type { PromiseDetail } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixTranslation,
  useFormats,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { SectionTabs, type SectionState } from '../sections';
import { AboutSection } from './AboutSection';
import { ApiSection } from './ApiSection';
import { PromiseHeadline } from './PromiseHeadline';
import { PromiseRequests } from './PromiseRequests';

/** The parts of a Promise's page, as its address names them. @internal */
export const promiseSections = ['about', 'api', 'requests'] as const;

/** @internal */
export type PromiseSection = (typeof promiseSections)[number];

/** Everything about a Promise below its name; on its page and as an entity's tab. @internal */
export function PromiseSections(props: {
  promise: PromiseDetail;
  section: SectionState<PromiseSection>;
}) {
  const { t } = useKratixTranslation();
  const { number } = useFormats();
  const { promise, section } = props;
  const content = {
    about: () => <AboutSection promise={promise} />,
    api: () => <ApiSection promise={promise} />,
    requests: () => <PromiseRequests promise={promise} />,
  };
  return (
    <>
      <PromiseHeadline promise={promise} />
      <SectionTabs
        label={t('promisePage.sections')}
        current={section.current}
        onChange={section.open}
        sections={promiseSections.map(id => {
          const title = t(`promisePage.section.${id}`);
          const count =
            id === 'requests' ? promise.counts?.requests : undefined;
          return {
            id,
            title: count === undefined ? title : `${title} ${number(count)}`,
            content: content[id],
          };
        })}
      />
    </>
  );
}
