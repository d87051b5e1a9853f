import {
  RequestDocument,
  type PromiseDetail,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixTranslation,
  Panel,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { useMemo, useState } from 'react';
import { RequestFields } from '../fields';
import { readSchema } from './promiseSchema';

/** What the form of a Promise is made of, installed or not. @internal */
export interface PreviewedForm
  extends Pick<PromiseDetail, 'name' | 'schema' | 'hints'> {
  /** YAML of the request that fills it in. */
  example?: string;
}

/** The fields that people get who request this, filled in as in its example. @internal */
export function FormPreview(props: { of: PreviewedForm }) {
  const { t } = useKratixTranslation();
  const { name, schema, hints, example: text = '' } = props.of;
  const [problems] = useState([]);
  const { form } = useMemo(
    () => readSchema({ name, schema, hints }),
    [name, schema, hints],
  );
  const document = useMemo(() => RequestDocument.ofText(text), [text]);
  return (
    <Panel title={t('formPage.preview.title')}>
      <p style={{ marginTop: 0 }}>{t('formPage.preview.hint')}</p>
      <div style={{ maxWidth: 720 }}>
        <RequestFields
          readOnly
          plan={form.plan}
          document={document}
          problems={problems}
          mode="new"
        />
      </div>
    </Panel>
  );
}
