import Button, { type ButtonProps } from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import classNames from 'classnames';

const useStyles = makeStyles(
  { root: { textTransform: 'none', letterSpacing: 'normal' } },
  { name: 'KratixPlainButton' },
);

/** A button in sentence case, as all our buttons are. @public */
export function PlainButton(props: ButtonProps) {
  const classes = useStyles();
  return (
    <Button {...props} className={classNames(classes.root, props.className)} />
  );
}
