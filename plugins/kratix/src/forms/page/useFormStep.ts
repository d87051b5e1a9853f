import { useCallback, useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { FormStep } from './FormSteps';

/**
 * The step in the address, so that the browser's Back leads from the review to
 * the fields. A form always opens at its fields: an address alone can't know
 * that they are in order.
 *
 * @internal
 */
export function useFormStep(): [FormStep, (step: FormStep) => void] {
  const [params, setParams] = useSearchParams();
  const opened = useRef(false);
  const asked = params.get('step') === 'review';
  const setStep = useCallback(
    (step: FormStep, options?: { replace: boolean }) =>
      setParams(old => {
        const now = new URLSearchParams(old);
        if (step === 'review') now.set('step', step);
        else now.delete('step');
        return now;
      }, options),
    [setParams],
  );
  const step = asked && opened.current ? 'review' : 'details';
  useEffect(() => {
    if (asked && !opened.current) setStep('details', { replace: true });
    opened.current = true;
    // Only of the address that the form was opened with.
  }, [asked, setStep]);
  return [step, setStep];
}
