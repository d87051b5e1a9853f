import type { FlagPlan } from '@kratix-portal/backstage-plugin-kratix-common';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import type { FieldProps } from './FieldsContext';
import { describedBy, FieldShell } from './FieldShell';
import { NullSwitch } from './NullSwitch';
import { useScalar } from './useScalar';

/** Yes or no. @internal */
export function FlagField(props: FieldProps<FlagPlan>) {
  const { plan, required } = props;
  const scalar = useScalar(props, { clearable: true });
  const { id, t, value, given, readOnly, problems, write } = scalar;
  const words =
    given || value !== undefined || required
      ? scalar.words
      : { ...scalar.words, notes: [...scalar.words.notes, t('form.notSet')] };
  return (
    <FieldShell
      id={id}
      words={words}
      required={required}
      problems={problems}
      labels="none"
      actions={scalar.actions}
    >
      <FormControlLabel
        control={
          <Checkbox
            id={id}
            color="primary"
            checked={value === true}
            disabled={readOnly}
            onChange={({ target }) => write(target.checked)}
            inputProps={{
              'aria-invalid': problems.length > 0,
              'aria-describedby': describedBy(id, words, problems),
            }}
          />
        }
        label={
          <span dir="auto">
            {words.title}
            {required && ` (${t('form.required')})`}
          </span>
        }
      />
      {plan.nullable && (
        <NullSwitch value={value} readOnly={readOnly} write={write} of={id} />
      )}
    </FieldShell>
  );
}
