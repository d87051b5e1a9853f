import type { PromiseDetail } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  EmptyState,
  useKratixTranslation,
  SkeletonRows,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { lazy, Suspense } from 'react';
import { ApiReference } from './ApiReference';
import type { NamedExample } from './ExamplesPanel';
import { FormCounts, FormNotes } from './FormNotes';

const FormTrialPanel = lazy(() =>
  import('../forms/page/FormTrialPanel').then(m => ({
    default: m.FormTrialPanel,
  })),
);

/** Every field of a Promise's API, and examples to copy. @internal */
export function ApiSection(props: { promise: PromiseDetail }) {
  const { t } = useKratixTranslation();
  const { promise } = props;
  const { name, schema, hints, examples, formFields, notes } = promise;
  if (!promise.api) return <EmptyState title={t('promisePage.api.none')} />;
  const named: NamedExample[] = examples
    ? [
        ...(examples.author === undefined
          ? []
          : [
              {
                id: 'author',
                title: t('promisePage.api.author'),
                text: examples.author,
              },
            ]),
        {
          id: 'minimal',
          title: t('promisePage.api.minimal'),
          text: examples.minimal,
        },
        { id: 'full', title: t('promisePage.api.full'), text: examples.full },
      ]
    : [];
  return (
    <ApiReference
      fields={promise.fields}
      form={{ name, schema, hints, example: examples?.full }}
      examples={named}
    >
      {formFields && (
        <FormCounts counts={formFields}>
          {examples && (
            <Suspense fallback={<SkeletonRows count={1} height={32} />}>
              <FormTrialPanel promise={promise} />
            </Suspense>
          )}
        </FormCounts>
      )}
      {notes && notes.length > 0 && <FormNotes notes={notes} />}
    </ApiReference>
  );
}
