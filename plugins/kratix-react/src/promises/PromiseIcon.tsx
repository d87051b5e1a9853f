import { iconsApiRef, useApiHolder } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { LetterTile } from '../components';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      justifyContent: 'center',
      flex: 'none',
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'KratixPromiseIcon' },
);

/**
 * The icon that a Promise's author named, out of those that the app has; its
 * first letter where the app has none of that name. Never an address: whoever
 * looks at a page must not be seen by whoever wrote a Promise. Says nothing to
 * screen readers.
 *
 * @public
 */
export function PromiseIcon(props: {
  promise: { title: string; icon?: string };
  /** In pixels. */
  size?: number;
}) {
  const classes = useStyles();
  const { promise, size = 32 } = props;
  const icons = useApiHolder().get(iconsApiRef);
  const icon = promise.icon && icons?.icon(promise.icon);
  if (!icon) return <LetterTile name={promise.title} size={size} />;
  return (
    <span
      aria-hidden
      className={classes.root}
      style={{ width: size, height: size, fontSize: size * 0.75 }}
    >
      {icon}
    </span>
  );
}
