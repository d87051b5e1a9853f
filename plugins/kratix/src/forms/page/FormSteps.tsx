import { useKratixTranslation } from '@kratix-portal/backstage-plugin-kratix-react';
import { StepList } from '../../sections';

/** The two steps of a form. @internal */
export const formSteps = ['details', 'review'] as const;

/** @internal */
export type FormStep = (typeof formSteps)[number];

/** Where one is, and that a step was made. @internal */
export function FormSteps(props: { current: FormStep }) {
  const { t } = useKratixTranslation();
  const { current } = props;
  const index = formSteps.indexOf(current);
  return (
    <StepList
      label={t('formPage.steps')}
      steps={formSteps.map(step => t(`formPage.step.${step}`))}
      current={index}
      announcement={t('formPage.step.announce', {
        n: `${index + 1}`,
        step: t(`formPage.step.${current}`),
      })}
    />
  );
}
