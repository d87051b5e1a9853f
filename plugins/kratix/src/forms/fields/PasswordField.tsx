import type { TextPlan } from '@kratix-portal/backstage-plugin-kratix-common';
import OutlinedInput from '@material-ui/core/OutlinedInput';
import { useState } from 'react';
import { useFields, type FieldProps } from './FieldsContext';
import { describedBy, FieldShell } from './FieldShell';
import { NullSwitch } from './NullSwitch';
import { useScalar } from './useScalar';

/**
 * What is set is never shown, only what was typed here since, in dots. Like any
 * field it is unset once it is emptied; what was set before comes back only to
 * whoever asks for it.
 *
 * @internal
 */
export function PasswordField(props: FieldProps<TextPlan>) {
  const { store } = useFields();
  const { plan, path, required, isItem } = props;
  const scalar = useScalar(props, { secret: true, clearable: true });
  const { id, t, value, readOnly, problems, write, actions } = scalar;
  const [typed, setTyped] = useState('');
  const own = store.isPending(path) || typed === value ? typed : '';
  const before = store.openedWith(path);
  const isKept = own === '' && isSet(value) && !store.isPending(path);
  const words = isKept
    ? {
        ...scalar.words,
        notes: [...scalar.words.notes, t('form.password.kept')],
      }
    : scalar.words;
  const keep = {
    label: t('form.password.keep'),
    name: t('form.password.keepOf', { field: words.title }),
    run: () => {
      setTyped('');
      write(before);
    },
  };
  // An item may have moved: what was at its place before is another's.
  const canKeep = isSet(before) && value !== before && !readOnly && !isItem;
  // Where absent means the default, who emptied it meant empty.
  const empty = isItem || plan.default !== undefined ? '' : undefined;
  return (
    <FieldShell
      id={id}
      words={words}
      required={required}
      problems={problems}
      actions={canKeep ? [...actions, keep] : actions}
    >
      <OutlinedInput
        id={id}
        type="password"
        fullWidth
        margin="dense"
        notched={false}
        value={own}
        placeholder={
          isKept && value === before
            ? t('form.password.unchanged')
            : plan.hints?.placeholder
        }
        readOnly={readOnly || (plan.nullable === true && value === null)}
        error={problems.length > 0}
        onChange={({ target }) => {
          const text = target.value;
          setTyped(text);
          store.later(path, () => write(text === '' ? empty : text));
        }}
        onBlur={store.flush}
        inputProps={{
          'aria-invalid': problems.length > 0,
          'aria-required': required,
          'aria-describedby': describedBy(id, words, problems),
          autoComplete: 'new-password',
        }}
      />
      {plan.nullable && (
        <NullSwitch value={value} readOnly={readOnly} write={write} of={id} />
      )}
    </FieldShell>
  );
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}
