import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EmptyState,
  kratixTranslationRef,
} from '@kratix-portal/backstage-plugin-kratix-react';

/** An entity that does not say what it stands for; the lack is named. @internal */
export function MissingAnnotation(props: { annotation: string }) {
  const { t } = useTranslationRef(kratixTranslationRef);
  return (
    <EmptyState
      compact
      title={t('infrastructure.notKratix', { annotation: props.annotation })}
    />
  );
}
