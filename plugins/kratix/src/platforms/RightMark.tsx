import type { PlatformRight } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  toneColor,
  useKratixTranslation,
  VisuallyHidden,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import Check from '@material-ui/icons/Check';
import Lock from '@material-ui/icons/LockOutlined';

const useStyles = makeStyles(
  {
    root: { display: 'inline-flex', alignItems: 'center', gap: 4 },
    icon: { fontSize: 18 },
  },
  { name: 'KratixRightMark' },
);

/** Whether something may be done; absent where there is no use for it. @internal */
export function RightMark(props: { right: PlatformRight | undefined }) {
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useKratixTranslation();
  const { right } = props;
  switch (right) {
    case 'granted':
      return (
        <span className={classes.root}>
          <Check
            aria-hidden
            className={classes.icon}
            style={{ color: toneColor(theme, 'ok') }}
          />
          <VisuallyHidden>{t('platforms.rights.right.granted')}</VisuallyHidden>
        </span>
      );
    case 'missing':
      return (
        <span className={classes.root}>
          <Lock
            aria-hidden
            className={classes.icon}
            style={{ color: toneColor(theme, 'error') }}
          />
          {t('platforms.rights.right.missing')}
        </span>
      );
    case 'unknown':
      return <>{t('platforms.rights.right.unknown')}</>;
    case 'person':
      return <>{t('platforms.rights.right.person')}</>;
    case undefined:
      return (
        <>
          <span aria-hidden>–</span>
          <VisuallyHidden>{t('platforms.rights.right.none')}</VisuallyHidden>
        </>
      );
    default:
      return right satisfies never;
  }
}
