import { useKratixTranslation } from '@kratix-portal/backstage-plugin-kratix-react';
import ViewColumn from '@material-ui/icons/ViewColumn';
import { CheckMenu } from '../tables';
import type { RequestColumn } from './requestColumns';

/** Which columns the list shows. @internal */
export function ColumnChooser(props: {
  columns: RequestColumn[];
  isShown: (column: RequestColumn) => boolean;
  onToggle: (column: RequestColumn) => void;
}) {
  const { t } = useKratixTranslation();
  const { columns, isShown, onToggle } = props;
  const optional = columns.filter(({ fixed }) => !fixed);
  return (
    <CheckMenu
      label={t('tables.columns')}
      options={optional.map(column => ({
        id: column.id,
        title: column.title,
        isChosen: isShown(column),
      }))}
      onToggle={id => {
        const column = optional.find(one => one.id === id);
        if (column) onToggle(column);
      }}
      look={{ startIcon: <ViewColumn /> }}
    >
      {t('tables.columns')}
    </CheckMenu>
  );
}
