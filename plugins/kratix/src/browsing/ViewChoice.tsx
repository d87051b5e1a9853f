import { useKratixTranslation } from '@kratix-portal/backstage-plugin-kratix-react';
import { Choice, type ListQuery } from '../tables';

/** Cards to choose from, or rows to compare. @internal */
export function viewOf(query: Pick<ListQuery, 'get'>): 'grid' | 'table' {
  return query.get('view') === 'table' ? 'table' : 'grid';
}

/** @internal */
export function ViewChoice(props: { query: ListQuery }) {
  const { t } = useKratixTranslation();
  const { query } = props;
  return (
    <Choice
      label={t('tables.view.label')}
      chosen={viewOf(query)}
      onChoose={id => query.set({ view: id === 'table' ? 'table' : undefined })}
      options={[
        { id: 'grid', title: t('tables.view.grid') },
        { id: 'table', title: t('tables.view.table') },
      ]}
    />
  );
}
