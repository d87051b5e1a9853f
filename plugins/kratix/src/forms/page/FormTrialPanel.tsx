import { useApi } from '@backstage/frontend-plugin-api';
import type { PromiseDetail } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  kratixApiRef,
  useKratixTranslation,
  PlainButton,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { useState } from 'react';
import { tryExamples, type FormTrials, type Trial } from './formTrial';

/**
 * Lets the author of a Promise see whether the platform takes what its schema
 * says it takes.
 *
 * @internal
 */
export function FormTrialPanel(props: { promise: PromiseDetail }) {
  const { t } = useKratixTranslation();
  const kratix = useApi(kratixApiRef);
  const [busy, setBusy] = useState(false);
  const [trials, setTrials] = useState<FormTrials>();
  const [failed, setFailed] = useState(false);
  const { promise } = props;
  const run = async () => {
    setBusy(true);
    setFailed(false);
    try {
      setTrials(await tryExamples(kratix, promise));
    } catch {
      setFailed(true);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div>
      <PlainButton size="small" disabled={busy} onClick={run}>
        {t('formPage.trial.run')}
      </PlainButton>
      <div role="status">
        {failed && <p>{t('formPage.trial.failed')}</p>}
        {trials && (
          <ul>
            <li>{words('minimal', trials.minimal)}</li>
            <li>{words('full', trials.full)}</li>
            <li>
              {t('formPage.trial.time', {
                ms: trials.formMs.toLocaleString(undefined, {
                  maximumSignificantDigits: 2,
                }),
              })}
            </li>
          </ul>
        )}
      </div>
    </div>
  );

  function words(example: 'minimal' | 'full', trial: Trial): string {
    const name = t(`formPage.trial.example.${example}`);
    if (trial.verdict === 'accepted') {
      return t('formPage.trial.accepted', { name });
    }
    return t(`formPage.trial.${trial.verdict}`, {
      name,
      why: trial.why ?? t('formPage.trial.noPlace'),
    });
  }
}
