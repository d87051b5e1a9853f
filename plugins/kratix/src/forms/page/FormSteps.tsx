import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  kratixTranslationRef,
  VisuallyHidden,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';

/** The two steps of a form. @internal */
export const formSteps = ['details', 'review'] as const;

/** @internal */
export type FormStep = (typeof formSteps)[number];

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'flex',
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
  { name: 'KratixFormSteps' },
);

/** Where one is, and that a step was made. @internal */
export function FormSteps(props: { current: FormStep }) {
  const classes = useStyles();
  const { t } = useTranslationRef(kratixTranslationRef);
  const { current } = props;
  return (
    <>
      <ol className={classes.list} aria-label={t('formPage.steps')}>
        {formSteps.map((step, index) => (
          <li
            key={step}
            className={classes.step}
            aria-current={step === current ? 'step' : undefined}
          >
            <span className={classes.mark}>{index + 1}</span>
            {t(`formPage.step.${step}`)}
          </li>
        ))}
      </ol>
      <VisuallyHidden>
        <span role="status">
          {t('formPage.step.announce', {
            n: `${formSteps.indexOf(current) + 1}`,
            step: t(`formPage.step.${current}`),
          })}
        </span>
      </VisuallyHidden>
    </>
  );
}
