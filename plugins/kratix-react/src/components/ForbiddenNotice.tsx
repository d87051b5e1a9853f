import type { PlatformRefusal } from '@kratix-portal/backstage-plugin-kratix-common';
import LockIcon from '@material-ui/icons/LockOutlined';
import { makeStyles } from '@material-ui/core/styles';
import { useContact } from '../platforms/useContact';
import { useKratixTranslation, type KratixT } from '../translation';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      gap: theme.spacing(1.5),
      padding: theme.spacing(2),
      border: `1px dashed ${theme.palette.text.secondary}`,
      borderRadius: 6,
      color: theme.palette.text.primary,
    },
    title: { margin: 0, fontWeight: 600 },
    text: { margin: theme.spacing(0.5, 0, 0) },
  }),
  { name: 'KratixForbiddenNotice' },
);

/**
 * Never an empty table: what is withheld, which right is missing, whom to ask. A
 * refusal of the platform is told apart: no permission of the portal is missing.
 *
 * @public
 */
export function ForbiddenNotice(props: {
  /** Named in the sentence: `requests`. */
  what: string;
  permission: string;
  /** What the backend said. */
  message?: string;
  /** What the platform refused, where it was the platform. */
  refused?: PlatformRefusal;
}) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const contact = useContact();
  const { what, permission, message, refused } = props;
  return (
    <div className={classes.root} role="note">
      <LockIcon aria-hidden />
      <div>
        <p className={classes.title}>{t('shared.forbidden.title', { what })}</p>
        <p className={classes.text}>
          {refused
            ? refusalWords(refused, t)
            : t('shared.forbidden.needs', { permission })}
        </p>
        {/* The portal's own refusal only says again what stands above. */}
        {message && !refused && !message.includes(permission) && (
          <p className={classes.text} dir="auto">
            {t('shared.problem.says', { message })}
          </p>
        )}
        {contact && (
          <p className={classes.text}>
            {t('shared.forbidden.ask', { contact })}
          </p>
        )}
      </div>
    </div>
  );
}

function refusalWords(refused: PlatformRefusal, t: KratixT): string {
  const { platform, verb, resource, namespace } = refused;
  if (!verb || !resource) return t('shared.forbidden.platform', { platform });
  return namespace
    ? t('shared.forbidden.platformIn', { verb, resource, namespace })
    : t('shared.forbidden.platformWhat', { verb, resource });
}
