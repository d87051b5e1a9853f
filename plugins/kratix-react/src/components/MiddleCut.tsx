import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  {
    root: { display: 'inline-flex', maxWidth: '100%', minWidth: 0 },
    head: {
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'pre',
      minWidth: 0,
    },
    tail: { flex: 'none', whiteSpace: 'pre' },
  },
  { name: 'KratixMiddleCut' },
);

const tailLength = 8;

/**
 * A name that loses its middle rather than its end, where it is too long: ends
 * are what tells generated names apart. Copied and read aloud in full.
 *
 * @public
 */
export function MiddleCut(props: { text: string }) {
  const classes = useStyles();
  const { text } = props;
  if (text.length <= 2 * tailLength) {
    return (
      <span className={classes.tail} dir="auto">
        {text}
      </span>
    );
  }
  return (
    <span className={classes.root} title={text} dir="auto">
      <span className={classes.head}>{text.slice(0, -tailLength)}</span>
      <span className={classes.tail}>{text.slice(-tailLength)}</span>
    </span>
  );
}
