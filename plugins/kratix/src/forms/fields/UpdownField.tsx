import type { NumberPlan } from '@kratix-portal/backstage-plugin-kratix-common';
import IconButton from '@material-ui/core/IconButton';
import OutlinedInput from '@material-ui/core/OutlinedInput';
import AddIcon from '@material-ui/icons/Add';
import RemoveIcon from '@material-ui/icons/Remove';
import { useMemo } from 'react';
import type { FieldProps } from './FieldsContext';
import { describedBy, FieldShell } from './FieldShell';
import { numberCodec } from './textCodecs';
import { useScalar } from './useScalar';
import { useTextDraft } from './useTextDraft';

/** A number that is stepped through; a wheel over it changes nothing. @internal */
export function UpdownField(props: FieldProps<NumberPlan>) {
  const { plan, required, isItem } = props;
  const codec = useMemo(
    () =>
      numberCodec({
        integer: plan.integer,
        empty: isItem ? null : undefined,
      }),
    [plan, isItem],
  );
  const scalar = useScalar(props);
  const { id, t, value, readOnly, problems, words, write } = scalar;
  const { text, change, leave } = useTextDraft(props, { value, codec, write });
  const stepBy = (sign: 1 | -1) => {
    leave();
    write(stepped(plan, codec.read(text), sign));
  };
  return (
    <FieldShell
      id={id}
      words={words}
      required={required}
      problems={problems}
      actions={scalar.actions}
    >
      <div style={{ display: 'flex', alignItems: 'center', gap: 4 }}>
        <OutlinedInput
          id={id}
          margin="dense"
          notched={false}
          value={text}
          placeholder={plan.hints?.placeholder}
          readOnly={readOnly}
          error={problems.length > 0}
          onChange={({ target }) => change(target.value)}
          onBlur={leave}
          onKeyDown={event => {
            if (readOnly) return;
            if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
            event.preventDefault();
            stepBy(event.key === 'ArrowUp' ? 1 : -1);
          }}
          inputProps={{
            inputMode: plan.integer ? 'numeric' : 'decimal',
            'aria-invalid': problems.length > 0,
            'aria-required': required,
            'aria-describedby': describedBy(id, words, problems),
          }}
        />
        <IconButton
          size="small"
          disabled={readOnly}
          aria-label={t('form.number.less', { field: words.title })}
          onClick={() => stepBy(-1)}
        >
          <RemoveIcon fontSize="small" />
        </IconButton>
        <IconButton
          size="small"
          disabled={readOnly}
          aria-label={t('form.number.more', { field: words.title })}
          onClick={() => stepBy(1)}
        >
          <AddIcon fontSize="small" />
        </IconButton>
      </div>
    </FieldShell>
  );
}

/** @internal */
export function isUpdown(plan: NumberPlan): boolean {
  return plan.hints?.widget === 'updown';
}

/** The next value that is allowed; at the ends it stays. */
function stepped(plan: NumberPlan, value: unknown, sign: 1 | -1): unknown {
  const { minimum, maximum, multipleOf } = plan;
  if (typeof value === 'bigint') return value + BigInt(sign);
  const step = Number(multipleOf ?? 1) * sign;
  const from = typeof value === 'number' ? value : undefined;
  const next = from === undefined ? Number(minimum ?? 0) : from + step;
  if (minimum !== undefined && next < minimum) return from ?? minimum;
  return maximum !== undefined && next > maximum ? from ?? maximum : next;
}
