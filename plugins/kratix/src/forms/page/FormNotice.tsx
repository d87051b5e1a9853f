import { makeStyles } from '@material-ui/core/styles';
import InfoIcon from '@material-ui/icons/InfoOutlined';
import WarningIcon from '@material-ui/icons/WarningOutlined';
import { toneColor } from '@kratix-portal/backstage-plugin-kratix-react';
import type { ReactNode } from 'react';
import { useTheme } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      gap: theme.spacing(1.5),
      alignItems: 'flex-start',
      padding: theme.spacing(1.25, 2),
      border: `1px solid ${theme.palette.divider}`,
      borderLeftWidth: 4,
      borderRadius: 6,
      background: theme.palette.background.paper,
      color: theme.palette.text.primary,
      overflowWrap: 'anywhere',
    },
    text: { flex: 1, minWidth: 0 },
    title: { margin: 0, fontWeight: 600 },
  }),
  { name: 'KratixFormNotice' },
);

/** Something to know before filling in; never the only sign of an error. @internal */
export function FormNotice(props: {
  tone: 'neutral' | 'warn';
  title?: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
}) {
  const classes = useStyles();
  const theme = useTheme();
  const { tone, title, actions, children } = props;
  const color = toneColor(theme, tone);
  const Icon = tone === 'warn' ? WarningIcon : InfoIcon;
  return (
    <div
      className={classes.root}
      style={{ borderLeftColor: color }}
      role="status"
    >
      <Icon aria-hidden fontSize="small" style={{ color, marginTop: 2 }} />
      <div className={classes.text}>
        {title && <p className={classes.title}>{title}</p>}
        {children}
      </div>
      {actions}
    </div>
  );
}
