import { makeStyles, useTheme } from '@material-ui/core/styles';

const useStyles = makeStyles(
  {
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      justifyContent: 'center',
      flex: 'none',
      fontWeight: 700,
      color: '#fff',
      userSelect: 'none',
    },
  },
  { name: 'KratixLetterTile' },
);

// Each has a contrast of 4.5:1 and more with white.
const shades = [
  '#2f5d8a',
  '#7a4a1f',
  '#3d6b4f',
  '#6a4a86',
  '#8a3b4b',
  '#33696b',
  '#5a5f1f',
  '#4d5566',
];

/** Equal names have equal shades. */
function shadeOf(name: string): string {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + letter.charCodeAt(0)) % 9973;
  return shades[sum % shades.length];
}

/** Stands for something that brings no icon. Says nothing to screen readers. @public */
export function LetterTile(props: { name: string; size?: number }) {
  const classes = useStyles();
  const theme = useTheme();
  const { name, size = 32 } = props;
  return (
    <span
      aria-hidden
      className={classes.root}
      style={{
        width: size,
        height: size,
        fontSize: size * 0.5,
        borderRadius: theme.shape.borderRadius + 2,
        background: shadeOf(name),
      }}
    >
      {(Array.from(name)[0] ?? '?').toLocaleUpperCase()}
    </span>
  );
}
