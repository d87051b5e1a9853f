import {
  useKratixMarketplaceTranslation,
  toneColor,
  VisuallyHidden,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import { useMemo } from 'react';
import { textDiff } from './textDiff';

const useStyles = makeStyles(
  theme => ({
    root: {
      listStyle: 'none',
      margin: 0,
      padding: theme.spacing(1, 0),
      background: theme.palette.background.default,
      borderRadius: theme.shape.borderRadius,
      fontFamily: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
      fontSize: '0.8125rem',
      lineHeight: 1.5,
    },
    row: {
      display: 'flex',
      borderLeft: '4px solid transparent',
      padding: theme.spacing(0, 1),
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
    },
    mark: { flex: 'none', width: 20, userSelect: 'none' },
    changed: { background: theme.palette.action.hover, fontWeight: 600 },
    folded: {
      color: theme.palette.text.secondary,
      padding: theme.spacing(0.5, 1),
      fontStyle: 'italic',
    },
  }),
  { name: 'KratixYamlDiff' },
);

const marks = { added: '+', removed: '−', same: ' ' } as const;

/** Two manifests, what changes marked by sign, edge and word. @internal */
export function YamlDiff(props: { before: string; after: string }) {
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useKratixMarketplaceTranslation();
  const { before, after } = props;
  const rows = useMemo(() => textDiff(before, after), [before, after]);
  if (rows.length === 0) {
    return <p style={{ margin: 0 }}>{t('install.upgrade.diff.none')}</p>;
  }
  const edges = {
    added: toneColor(theme, 'ok'),
    removed: toneColor(theme, 'error'),
    same: undefined,
  };
  return (
    <ol
      className={classes.root}
      aria-label={t('install.upgrade.diff.label')}
      dir="ltr"
    >
      {rows.map((row, index) => {
        if (row.kind === 'folded') {
          return (
            <li key={index} className={classes.folded}>
              {t('install.upgrade.diff.same', { count: row.count })}
            </li>
          );
        }
        const { kind, text } = row;
        return (
          <li
            key={index}
            className={
              kind === 'same'
                ? classes.row
                : `${classes.row} ${classes.changed}`
            }
            style={{ borderLeftColor: edges[kind] }}
          >
            <span className={classes.mark} aria-hidden>
              {marks[kind]}
            </span>
            {kind !== 'same' && (
              <VisuallyHidden>
                {t(`install.upgrade.diff.${kind}`)}:{' '}
              </VisuallyHidden>
            )}
            <span>{text}</span>
          </li>
        );
      })}
    </ol>
  );
}
