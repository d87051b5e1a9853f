import { lazy, Suspense, type ReactNode } from 'react';
import { SkeletonRows } from '@kratix-portal/backstage-plugin-kratix-react';
import type { FieldProps } from './FieldsContext';

// The scaffolder's form is large, and few Promises name one of its fields.
const FieldIsland = lazy(() =>
  import('./island').then(m => ({ default: m.FieldIsland })),
);

/**
 * A field extension of the scaffolder, by the name that the author gave; the
 * plain field where the app has none of that name.
 *
 * @internal
 */
export function InstalledField(props: FieldProps & { children: ReactNode }) {
  return (
    <Suspense fallback={<SkeletonRows count={1} />}>
      <FieldIsland {...props} />
    </Suspense>
  );
}
