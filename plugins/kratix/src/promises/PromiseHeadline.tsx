import type { PromiseDetail } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  PromiseStatus,
  useFormats,
  useKratixTranslation,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import { EvidenceList } from '../requests/EvidenceList';
import {
  VerdictCauses,
  VerdictHeadline,
  VerdictPanel,
} from '../requests/VerdictPanel';

const useStyles = makeStyles(
  theme => ({
    label: {
      fontSize: '1.125rem',
      fontWeight: 700,
      margin: theme.spacing(0, 0, 1),
    },
  }),
  { name: 'KratixPromiseHeadline' },
);

/** What is wrong with a Promise; nothing where it is available. @internal */
export function PromiseHeadline(props: {
  promise: Pick<PromiseDetail, 'description' | 'name'> &
    Partial<Pick<PromiseDetail, 'clashesWith'>>;
}) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const formats = useFormats();
  const { description, clashesWith = [], name } = props.promise;
  return (
    <>
      {clashesWith.length > 0 && (
        <VerdictPanel tone="error" role="alert">
          <VerdictHeadline>
            {t('promisePage.clash', {
              names: formats.list([name, ...clashesWith]),
            })}
          </VerdictHeadline>
          <p style={{ margin: 0 }}>{t('promisePage.clashHint')}</p>
        </VerdictPanel>
      )}
      {description.label !== 'available' && (
        <VerdictPanel tone={description.tone}>
          <h2 className={classes.label}>
            <PromiseStatus description={description} />
          </h2>
          <VerdictCauses
            causes={description.causes}
            said={t(`promise.status.${description.label}`)}
          />
          <EvidenceList causes={description.causes} />
        </VerdictPanel>
      )}
    </>
  );
}
