import type { PlatformView } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useCauseWords,
  useFormats,
  useKratixTranslation,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({ line: { margin: theme.spacing(0, 0, 1.5) } }),
  { name: 'KratixPlatformTrouble' },
);

const away = new Set(['unreachable', 'refused', 'last-known']);

/** What is wrong with a platform: since when, why, and what still works. @internal */
export function PlatformTrouble(props: { platform: PlatformView }) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const { list } = useFormats();
  const wordsOf = useCauseWords();
  const { description, counts } = props.platform;
  const { causes, reason, missingKinds, label, writable } = description;

  function whatWorks(): string | undefined {
    if (!away.has(label)) return undefined;
    if (writable) return t('platforms.lastKnown');
    return counts.requests === undefined
      ? t('platforms.downUncounted')
      : t('platforms.down', { count: counts.requests });
  }

  const lines = [
    ...causes.map(cause => wordsOf(cause).why),
    reason && t('platforms.reason', { reason }),
    missingKinds.length > 0 &&
      t('platforms.missing', { kinds: list(missingKinds) }),
    whatWorks(),
  ].filter(Boolean);
  return (
    <>
      {lines.map((line, index) => (
        <p key={index} className={classes.line} dir="auto">
          {line}
        </p>
      ))}
    </>
  );
}
