import { focusRing } from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      border: `1px solid ${theme.palette.text.secondary}`,
      borderRadius: 6,
      overflow: 'hidden',
    },
    option: {
      font: 'inherit',
      fontSize: '0.875rem',
      border: 'none',
      cursor: 'pointer',
      minHeight: 34,
      padding: theme.spacing(0, 1.5),
      background: 'transparent',
      color: theme.palette.text.primary,
      '&:hover': { background: theme.palette.action.hover },
      '&[aria-pressed="true"]': {
        background: theme.palette.text.primary,
        color: theme.palette.background.paper,
      },
      ...focusRing(theme),
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.text.primary}`,
        outlineOffset: -4,
      },
      '&[aria-pressed="true"]:focus-visible': {
        outlineColor: theme.palette.background.paper,
      },
    },
  }),
  { name: 'KratixChoice' },
);

/** One of a few, all of them visible. @internal */
export function Choice<Id extends string>(props: {
  label: string;
  options: readonly { id: Id; title: string }[];
  chosen: Id;
  onChoose: (id: Id) => void;
}) {
  const classes = useStyles();
  const { label, options, chosen, onChoose } = props;
  return (
    <div role="group" aria-label={label} className={classes.root}>
      {options.map(({ id, title }) => (
        <button
          key={id}
          type="button"
          className={classes.option}
          aria-pressed={id === chosen}
          onClick={() => onChoose(id)}
        >
          {title}
        </button>
      ))}
    </div>
  );
}
