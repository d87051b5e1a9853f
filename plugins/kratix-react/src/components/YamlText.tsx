import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    root: {
      margin: 0,
      padding: theme.spacing(2),
      // Long lines wrap, so nothing has to be scrolled sideways.
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
      // Its indentation means something, whatever is around it.
      textAlign: 'start',
      color: theme.palette.text.primary,
      backgroundColor: theme.palette.background.default,
      borderRadius: theme.shape.borderRadius,
      fontFamily: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
      fontSize: theme.typography.body2.fontSize,
      lineHeight: 1.5,
    },
  }),
  { name: 'KratixYamlText' },
);

/**
 * YAML to read and select. Plain on purpose: the colours of the stock code
 * block have too little contrast, and no text of a platform is interpreted.
 *
 * @public
 */
export function YamlText(props: { text: string; label: string }) {
  const classes = useStyles();
  return (
    <pre
      className={classes.root}
      role="group"
      aria-label={props.label}
      dir="ltr"
    >
      {props.text}
    </pre>
  );
}
