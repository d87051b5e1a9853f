import type { PromiseDetail } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixTranslation,
  PlainButton,
  useFormats,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import { pathText } from './fieldRows';
import { FormNotice } from './FormNotice';
import type { Opening } from './opening';
import type { Overtaken } from './useConflict';

const useStyles = makeStyles(
  { text: { margin: 0 } },
  { name: 'KratixFormNotices' },
);

/** What one should know about the form before the first field. @internal */
export function FormNotices(props: {
  promise: PromiseDetail;
  opening: Opening;
  overtaken: Overtaken;
  onStartOver: () => void;
}) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const { clock, list } = useFormats();
  const { promise, opening, overtaken, onStartOver } = props;
  const { draftOf, ignored, prefilled } = opening;
  return (
    <>
      {!promise.description.requestable && (
        <FormNotice
          tone="warn"
          title={t('formPage.unavailable', {
            promise: promise.title,
            status: t(`promise.status.${promise.description.label}`),
          })}
        >
          <p className={classes.text}>{t('formPage.unavailableHint')}</p>
        </FormNotice>
      )}
      {draftOf && (
        <FormNotice
          tone="neutral"
          title={t('formPage.draft.restored', { time: clock(draftOf) })}
          actions={
            <PlainButton size="small" variant="outlined" onClick={onStartOver}>
              {t('formPage.draft.startOver')}
            </PlainButton>
          }
        >
          <p className={classes.text}>{t('formPage.draft.noSecrets')}</p>
        </FormNotice>
      )}
      {opening.withoutSecrets && (
        <FormNotice tone="neutral">
          <p className={classes.text}>{t('formPage.draft.notCopied')}</p>
        </FormNotice>
      )}
      {prefilled && (
        <FormNotice tone="neutral">
          <p className={classes.text}>{t('formPage.link.prefilled')}</p>
        </FormNotice>
      )}
      {ignored.length > 0 && (
        <FormNotice tone="warn">
          <p className={classes.text}>
            {t('formPage.link.ignored', { keys: list(ignored) })}
          </p>
        </FormNotice>
      )}
      {overtaken.taken.length > 0 && (
        <FormNotice tone="warn" title={t('formPage.conflict.title')}>
          <p className={classes.text}>{t('formPage.conflict.merged')}</p>
          <p className={classes.text}>
            {t('formPage.conflict.mergedFields', {
              fields: list(overtaken.taken.map(pathText)),
            })}
          </p>
        </FormNotice>
      )}
      {overtaken.failed && (
        <FormNotice tone="warn" title={t('formPage.conflict.title')}>
          <p className={classes.text}>{t('formPage.conflict.loadFailed')}</p>
        </FormNotice>
      )}
    </>
  );
}
