import {
  EmptyState,
  useKratixTranslation,
} from '@kratix-portal/backstage-plugin-kratix-react';

/** An entity that does not say what it stands for; the lack is named. @internal */
export function MissingAnnotation(props: { annotation: string }) {
  const { t } = useKratixTranslation();
  return (
    <EmptyState
      compact
      title={t('infrastructure.notKratix', { annotation: props.annotation })}
    />
  );
}
