import type { ListingDetail } from '@kratix-portal/backstage-plugin-kratix-common';
import type { KratixT } from '@kratix-portal/backstage-plugin-kratix-react';
import type { NamedExample } from '../promises/ExamplesPanel';

/** Example requests, those by the author first. Pure. @internal */
export function listingExamples(
  listing: Pick<ListingDetail, 'examples'>,
  t: KratixT,
): NamedExample[] {
  const { byAuthor, minimal, full } = listing.examples;
  const several = byAuthor.length > 1;
  return [
    ...byAuthor.map(({ path, yaml }, index) => ({
      id: `author-${index}`,
      // Several are told apart by their files.
      title: several
        ? path.slice(path.lastIndexOf('/') + 1)
        : t('promisePage.api.author'),
      text: yaml,
    })),
    ...(minimal === undefined
      ? []
      : [
          {
            id: 'minimal',
            title: t('promisePage.api.minimal'),
            text: minimal,
          },
        ]),
    ...(full === undefined
      ? []
      : [{ id: 'full', title: t('promisePage.api.full'), text: full }]),
  ];
}
