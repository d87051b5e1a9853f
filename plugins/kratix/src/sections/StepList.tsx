import { VisuallyHidden } from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      listStyle: 'none',
      margin: 0,
      padding: 0,
    },
    step: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(0.75),
      color: theme.palette.text.secondary,
      '&[aria-current="step"]': {
        color: theme.palette.text.primary,
        fontWeight: 600,
      },
      '& + &::before': {
        content: '"›"',
        color: theme.palette.text.secondary,
        fontWeight: 400,
      },
    },
    mark: {
      display: 'inline-flex',
      alignItems: 'center',
      justifyContent: 'center',
      width: 24,
      height: 24,
      borderRadius: '50%',
      border: '1px solid currentColor',
      fontSize: '0.8125rem',
      '[aria-current="step"] > &': {
        background: theme.palette.text.primary,
        borderColor: theme.palette.text.primary,
        color: theme.palette.background.paper,
      },
    },
  }),
  { name: 'KratixStepList' },
);

/** Where one is on a way of a few steps, and that a step was made. @internal */
export function StepList(props: {
  label: string;
  steps: readonly string[];
  /** From 0. */
  current: number;
  /** `Step 2: review`, said when it changes. */
  announcement: string;
}) {
  const classes = useStyles();
  const { label, steps, current, announcement } = props;
  return (
    <>
      <ol className={classes.list} aria-label={label}>
        {steps.map((step, index) => (
          <li
            key={step}
            className={classes.step}
            aria-current={index === current ? 'step' : undefined}
          >
            <span className={classes.mark}>{index + 1}</span>
            {step}
          </li>
        ))}
      </ol>
      <VisuallyHidden>
        <span role="status">{announcement}</span>
      </VisuallyHidden>
    </>
  );
}
