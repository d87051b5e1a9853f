import { useFormats } from '../formats';
import { useKratixTranslation } from '../translation';
import { VisuallyHidden } from './VisuallyHidden';

/** A number, or that there is none to tell, which is not the same as zero. @public */
export function Count(props: { of: number | undefined }) {
  const { t } = useKratixTranslation();
  const { number } = useFormats();
  if (props.of !== undefined) return <>{number(props.of)}</>;
  return (
    <>
      <span aria-hidden>–</span>
      <VisuallyHidden>{t('shared.notReported')}</VisuallyHidden>
    </>
  );
}
