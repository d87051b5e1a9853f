import {
  useKratixTranslation,
  SkeletonRows,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { Component, lazy, Suspense, type ReactNode } from 'react';
import { fieldId } from './fieldPath';
import type { FieldProps } from './FieldsContext';
import { FieldNotes } from './FieldShell';
import { valueWords } from './valueWords';

// The scaffolder's form is large, and few Promises name one of its fields.
const FieldIsland = lazy(() =>
  import('./island').then(m => ({ default: m.FieldIsland })),
);

/** What others wrote may crash; the rest of the form is not to go with it. */
class Boundary extends Component<
  { fallback: ReactNode; children: ReactNode },
  { hasFailed: boolean }
> {
  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  state = { hasFailed: false };

  render() {
    return this.state.hasFailed ? this.props.fallback : this.props.children;
  }
}

/**
 * A field extension of the scaffolder, by the name that the author gave; the
 * plain field where the app has none of that name, and where it fails.
 *
 * @internal
 */
export function InstalledField(props: FieldProps & { children: ReactNode }) {
  return (
    <Boundary fallback={<PlainInstead {...props} />}>
      <Suspense fallback={<SkeletonRows count={1} />}>
        <FieldIsland {...props} />
      </Suspense>
    </Boundary>
  );
}

function PlainInstead(props: FieldProps & { children: ReactNode }) {
  const { t } = useKratixTranslation();
  const { plan, path, children } = props;
  const title = plan.title ?? valueWords(path[path.length - 1] ?? '', t);
  return (
    <div role="group" aria-label={title}>
      {children}
      <FieldNotes
        id={`${fieldId(path)}//island`}
        words={{ title, notes: [t('form.island.failed')] }}
      />
    </div>
  );
}
