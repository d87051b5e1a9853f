import { useApi } from '@backstage/frontend-plugin-api';
import {
  manifestOf,
  type RequestDocument,
  type ValuePath,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  CopyButton,
  kratixApiRef,
  useKratixTranslation,
  Panel,
  YamlText,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import { useEffect, useState } from 'react';
import { SectionTabs } from '../../sections';
import { checksOf, maySubmit, type NameState } from './checks';
import { ChecksPanel } from './ChecksPanel';
import { FieldTable } from './FieldTable';
import { rowsOfChanges, rowsOfFields, rowsOfFixed } from './fieldRows';
import { FormNotice } from './FormNotice';
import { ownFields, type FormSource } from './formStart';
import type { PromiseSchema } from './promiseSchema';
import type { FormSubject } from './RequestForm';
import { useDryRun } from './useDryRun';
import { createBody, type Who } from './writes';
import type { FieldRefusal, WriteProblem } from './writeProblem';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(2) },
    text: { margin: 0 },
    copy: { marginBottom: theme.spacing(1) },
  }),
  { name: 'KratixReviewStep' },
);

/** What the review has found, for the button that sends it. @internal */
export interface Verdict {
  /** Nothing speaks against sending it. */
  may: boolean;
  /** There is something to send. */
  changed: boolean;
}

/** What will be sent, and what the platform thinks of it. @internal */
export function ReviewStep(
  props: FormSubject & {
    document: RequestDocument;
    schema: PromiseSchema;
    who: Who;
    name: NameState;
    base?: FormSource;
    where: string;
    failure?: WriteProblem;
    onGoTo: (path: ValuePath) => void;
    onVerdict: (verdict: Verdict) => void;
    onRefused: (fields: FieldRefusal[]) => void;
    onConflict: () => void;
  },
) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const kratix = useApi(kratixApiRef);
  const { mode, promise, api, document, schema, who, base, onVerdict } = props;
  const [count, setCount] = useState(0);
  const [tab, setTab] = useState<'changes' | 'yaml'>('changes');
  const patch = base ? document.patchFrom(base.object) : [];
  const changed = mode !== 'edit' || patch.length > 0;

  const dryRun = useDryRun({
    // Another base is another question.
    question: `${count} of ${base?.generation}`,
    schema: schema.openApi,
    rehearse: async signal => {
      const options = { signal, dryRun: true };
      if (mode === 'edit' && base) {
        if (patch.length === 0) return undefined;
        const { generation, ref } = base;
        return kratix.updateRequest(ref, { generation, patch }, options);
      }
      const body = createBody(document.withoutDefaults(schema.form.plan), who);
      const at = { platform: promise.platform, crd: api.crd };
      return kratix.createRequest(at, body, options);
    },
    onProblem: ({ kind, fields }) => {
      props.onRefused(fields);
      if (mode === 'edit' && kind === 'conflict') props.onConflict();
    },
  });
  const checks = checksOf({ mode, dryRun, name: props.name, promise });
  const may = maySubmit(checks);
  useEffect(() => onVerdict({ may, changed }), [onVerdict, may, changed]);
  const unsure = checks.some(({ state }) => state === 'unknown');

  return (
    <div className={classes.root}>
      {props.failure && <Failure failure={props.failure} />}
      <ChecksPanel
        checks={checks}
        promise={promise}
        where={props.where}
        onAgain={() => setCount(last => last + 1)}
        onGoTo={props.onGoTo}
      />
      {unsure && (
        <FormNotice tone="warn">
          <p className={classes.text}>
            {t('formPage.review.uncheckedWarning')}
          </p>
        </FormNotice>
      )}
      <Panel
        title={t(
          mode === 'new' ? 'formPage.review.values' : 'formPage.review.changes',
        )}
      >
        <SectionTabs
          label={t('formPage.review.tabs')}
          current={tab}
          onChange={setTab}
          sections={[
            {
              id: 'changes',
              title: t(
                mode === 'new'
                  ? 'formPage.review.inAll'
                  : 'formPage.review.changes',
              ),
              content: () => <Changes {...props} />,
            },
            {
              id: 'yaml',
              title: t('formPage.review.yaml'),
              content: () => (
                <>
                  <div className={classes.copy}>
                    <CopyButton
                      text={document.text}
                      name={t('formPage.review.copy')}
                      label={t('shared.copy')}
                    />
                  </div>
                  <YamlText
                    text={document.text}
                    label={t('formPage.review.copy')}
                  />
                </>
              ),
            },
          ]}
        />
      </Panel>
    </div>
  );
}

function Changes(
  props: FormSubject & { document: RequestDocument; base?: FormSource },
) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const { mode, document, source, base, promise } = props;
  const now = ownFields(document.value);
  if (mode === 'edit' && base) {
    const { value } = document;
    const rows = [
      ...rowsOfChanges(manifestOf(base.object), value),
      ...rowsOfFixed(promise.fields, now),
    ];
    const changed = rows.some(({ fixed }) => !fixed);
    return (
      <>
        {!changed && (
          <p className={classes.text}>{t('formPage.review.nothingChanged')}</p>
        )}
        {rows.length > 0 && (
          <FieldTable
            caption={t('formPage.review.changes')}
            rows={rows}
            compare={{
              before: t('formPage.review.column.before'),
              after: t('formPage.review.column.after'),
            }}
          />
        )}
      </>
    );
  }
  if (mode === 'clone' && source) {
    const rows = rowsOfChanges(ownFields(source.object), now);
    const { name } = source.ref;
    if (rows.length === 0) {
      return (
        <p className={classes.text}>
          {t('formPage.review.sameAsSource', { name })}
        </p>
      );
    }
    return (
      <FieldTable
        caption={t('formPage.review.changes')}
        rows={rows}
        compare={{
          before: t('formPage.review.column.source', { name }),
          after: t('formPage.review.column.value'),
        }}
      />
    );
  }
  const rows = rowsOfFields(now).filter(
    ({ path, after }) =>
      !(path.length === 1 && after && 'text' in after && after.text === '{}'),
  );
  return rows.length > 0 ? (
    <FieldTable caption={t('formPage.review.inAll')} rows={rows} />
  ) : (
    <p className={classes.text}>{t('formPage.review.nothingSet')}</p>
  );
}

function Failure({ failure }: { failure: WriteProblem }) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  return (
    <div role="alert" data-testid="failure">
      <FormNotice tone="warn" title={t('formPage.review.failed')}>
        {failure.message && (
          <p className={classes.text} dir="auto">
            {t('shared.problem.says', { message: failure.message })}
          </p>
        )}
        <p className={classes.text}>
          {failure.kind === 'unreachable'
            ? t('formPage.review.failedUnreachable')
            : t('formPage.review.failedHint')}
        </p>
      </FormNotice>
    </div>
  );
}
