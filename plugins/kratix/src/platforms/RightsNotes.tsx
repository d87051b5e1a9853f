import type { PlatformView } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useFormats,
  useKratixTranslation,
  useNow,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    root: { margin: theme.spacing(1.5, 0, 0.5), '& p': { margin: 0 } },
  }),
  { name: 'KratixRightsNotes' },
);

/** How far the rights below can be believed, and whose they are. @internal */
export function RightsNotes(props: { platform: PlatformView }) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const { relative } = useFormats();
  const now = useNow();
  const { rights, identity } = props.platform;
  const askedAt = rights?.askedAt && Date.parse(rights.askedAt);
  const ago = askedAt ? relative(askedAt, now) : undefined;

  function believed(): string {
    if (!rights) return t('platforms.rights.notAsked');
    if (!ago) return t('platforms.rights.failed');
    return rights.failed
      ? t('platforms.rights.old', { ago })
      : t('platforms.rights.told', { ago });
  }

  return (
    <div className={classes.root}>
      <p>{believed()}</p>
      {identity !== 'serviceAccount' && <p>{t('platforms.rights.asYou')}</p>}
      {rights?.impersonation && (
        <p>{t(`platforms.rights.actAs.${rights.impersonation}`)}</p>
      )}
    </div>
  );
}
