import type {
  FieldPicker,
  TextPlan,
} from '@kratix-portal/backstage-plugin-kratix-common';
import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { useMemo, useState } from 'react';
import type { FieldProps } from './FieldsContext';
import { describedBy, FieldShell } from './FieldShell';
import { useSuggestions } from './suggestions';
import { textCodec } from './textCodecs';
import { useScalar } from './useScalar';
import { useTextDraft } from './useTextDraft';

/**
 * A text that names something, with suggestions. What is not suggested can be
 * typed all the same: nobody sees all there is.
 *
 * @internal
 */
export function PickerField(props: FieldProps<TextPlan>) {
  const { plan, required, isItem } = props;
  const picker: FieldPicker = plan.hints?.picker ?? { of: 'secret' };
  const scalar = useScalar(props);
  const { id, t, value, readOnly, problems, write, actions } = scalar;
  const isEmpty = isItem || plan.default !== undefined;
  const codec = useMemo(
    () => textCodec({ empty: isEmpty ? '' : undefined }),
    [isEmpty],
  );
  const { text, change, leave } = useTextDraft(props, { value, codec, write });
  const [open, setOpen] = useState(false);
  const { options, state } = useSuggestions(picker, text, open && !readOnly);
  const words = {
    ...scalar.words,
    notes: [
      ...(picker.of === 'secret' ? [t('form.picker.secret')] : []),
      ...(state === 'failed' ? [t('form.picker.failed')] : []),
      ...scalar.words.notes,
    ],
  };
  return (
    <FieldShell
      id={id}
      words={words}
      required={required}
      problems={problems}
      actions={actions}
    >
      <Autocomplete
        id={id}
        freeSolo
        size="small"
        options={options}
        // They were looked for by what is typed.
        filterOptions={all => all}
        inputValue={text}
        value={text}
        disabled={readOnly}
        loading={state === 'loading'}
        loadingText={t('form.picker.loading')}
        onOpen={() => setOpen(true)}
        onClose={() => setOpen(false)}
        onInputChange={(_event, next, reason) => {
          if (reason !== 'reset') change(next);
        }}
        onChange={(_event, next) => {
          if (typeof next === 'string') change(next);
        }}
        onBlur={leave}
        renderInput={params => (
          <TextField
            {...params}
            variant="outlined"
            margin="dense"
            placeholder={plan.hints?.placeholder}
            error={problems.length > 0}
            inputProps={{
              ...params.inputProps,
              'aria-invalid': problems.length > 0,
              'aria-required': required,
              'aria-describedby': describedBy(id, words, problems),
              spellCheck: false,
            }}
          />
        )}
      />
    </FieldShell>
  );
}
