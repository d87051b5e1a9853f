import { useKratixTranslation } from '@kratix-portal/backstage-plugin-kratix-react';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import { partsOf } from './FieldShell';

/**
 * Where null says something else than nothing at all. Switched off, the field
 * is unset.
 *
 * @internal
 */
export function NullSwitch(props: {
  /** Id of the control that it belongs to. */
  of: string;
  value: unknown;
  readOnly: boolean;
  write: (value: unknown) => void;
}) {
  const { t } = useKratixTranslation();
  const { of, value, readOnly, write } = props;
  return (
    <FormControlLabel
      control={
        <Checkbox
          size="small"
          color="primary"
          checked={value === null}
          disabled={readOnly}
          onChange={({ target }) => write(target.checked ? null : undefined)}
          inputProps={{ 'aria-describedby': partsOf(of).label }}
        />
      }
      label={t('form.noValue')}
    />
  );
}
