import type { TextPlan } from '@kratix-portal/backstage-plugin-kratix-common';
import OutlinedInput from '@material-ui/core/OutlinedInput';
import { useState } from 'react';
import { useFields, type FieldProps } from './FieldsContext';
import { describedBy, FieldShell } from './FieldShell';
import { useScalar } from './useScalar';

/**
 * What was set before is never shown; emptying the field brings it back, since
 * a password can't be changed to nothing by chance.
 *
 * @internal
 */
export function PasswordField(props: FieldProps<TextPlan>) {
  const { store } = useFields();
  const { plan, path, required } = props;
  const scalar = useScalar(props, { secret: true, clearable: true });
  const { id, t, value, readOnly, problems, write, actions } = scalar;
  const [before] = useState(value);
  const [typed, setTyped] = useState('');
  const isKept = before !== undefined && value === before && typed === '';
  const words = isKept
    ? {
        ...scalar.words,
        notes: [...scalar.words.notes, t('form.password.kept')],
      }
    : scalar.words;
  return (
    <FieldShell
      id={id}
      words={words}
      required={required}
      problems={problems}
      actions={actions.map(action => ({
        ...action,
        run: () => {
          setTyped('');
          action.run();
        },
      }))}
    >
      <OutlinedInput
        id={id}
        type="password"
        fullWidth
        margin="dense"
        notched={false}
        value={typed}
        placeholder={
          isKept ? t('form.password.unchanged') : plan.hints?.placeholder
        }
        readOnly={readOnly}
        error={problems.length > 0}
        onChange={({ target }) => {
          const text = target.value;
          setTyped(text);
          store.later(path, () => write(text === '' ? before : text));
        }}
        onBlur={store.flush}
        inputProps={{
          'aria-invalid': problems.length > 0,
          'aria-required': required,
          'aria-describedby': describedBy(id, words, problems),
          autoComplete: 'new-password',
        }}
      />
    </FieldShell>
  );
}
