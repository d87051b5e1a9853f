import type { ApiField } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixTranslation,
  SkeletonRows,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import type { PreviewedForm } from '../forms/page/FormPreview';
import { Choice } from '../tables';
import { ExamplesPanel, type NamedExample } from './ExamplesPanel';
import { FieldsPanel } from './FieldsPanel';

// The form is large, and most people look at the table.
const FormPreview = lazy(() =>
  import('../forms/page/FormPreview').then(m => ({ default: m.FormPreview })),
);

const useStyles = makeStyles(
  theme => ({ root: { display: 'grid', gap: theme.spacing(2) } }),
  { name: 'KratixApiReference' },
);

/**
 * The API of a Promise, installed or not: its fields with examples to copy, or
 * the form that those get who request it.
 *
 * @internal
 */
export function ApiReference(props: {
  fields: ApiField[];
  form: PreviewedForm;
  examples: NamedExample[];
  /** Below the fields and examples. */
  children?: ReactNode;
}) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const [view, setView] = useState<'table' | 'form'>('table');
  const { fields, form, examples, children } = props;
  return (
    <div className={classes.root}>
      <div>
        <Choice
          label={t('formPage.preview.show')}
          chosen={view}
          onChoose={setView}
          options={[
            { id: 'table', title: t('formPage.preview.table') },
            { id: 'form', title: t('formPage.preview.form') },
          ]}
        />
      </div>
      {view === 'form' ? (
        <Suspense fallback={<SkeletonRows count={8} height={44} />}>
          <FormPreview of={form} />
        </Suspense>
      ) : (
        <>
          <FieldsPanel fields={fields} />
          <ExamplesPanel examples={examples} />
          {children}
        </>
      )}
    </div>
  );
}
