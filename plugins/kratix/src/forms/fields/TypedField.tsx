import type {
  IntOrTextPlan,
  NumberPlan,
  TextPlan,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { KratixT } from '@kratix-portal/backstage-plugin-kratix-react';
import OutlinedInput from '@material-ui/core/OutlinedInput';
import { useMemo } from 'react';
import type { FieldProps } from './FieldsContext';
import { describedBy, FieldShell } from './FieldShell';
import { NullSwitch } from './NullSwitch';
import { intOrTextCodec, numberCodec, textCodec } from './textCodecs';
import { useScalar } from './useScalar';
import { useTextDraft, type TextCodec } from './useTextDraft';

/** Plans whose value is typed. @internal */
export type TypedPlan = TextPlan | NumberPlan | IntOrTextPlan;

/** Text, number, or one of both. @internal */
export function TypedField(props: FieldProps<TypedPlan>) {
  const { plan, required, isItem } = props;
  const codec = useMemo(
    () => codecOf(plan, { isItem: isItem ?? false }),
    [plan, isItem],
  );
  const scalar = useScalar(props);
  const { id, t, value, readOnly, problems, write, actions } = scalar;
  const words = {
    ...scalar.words,
    notes: [...hintsOf(plan, t), ...scalar.words.notes],
  };
  const { text, change, leave } = useTextDraft(props, { value, codec, write });
  const isLong =
    plan.kind === 'text' && (plan.widget ?? plan.hints?.widget) === 'textarea';
  return (
    <FieldShell
      id={id}
      words={words}
      required={required}
      problems={problems}
      actions={actions}
    >
      <OutlinedInput
        id={id}
        fullWidth
        margin="dense"
        notched={false}
        multiline={isLong}
        minRows={isLong ? 3 : undefined}
        maxRows={isLong ? 20 : undefined}
        value={text}
        placeholder={plan.hints?.placeholder}
        readOnly={readOnly || (plan.nullable === true && value === null)}
        error={problems.length > 0}
        onChange={({ target }) => change(target.value)}
        onBlur={leave}
        inputProps={{
          'aria-invalid': problems.length > 0,
          'aria-required': required,
          'aria-describedby': describedBy(id, words, problems),
          autoComplete: 'off',
          spellCheck: isLong ? undefined : false,
          dir: 'auto',
          ...(plan.kind === 'number' && {
            inputMode: plan.integer ? 'numeric' : 'decimal',
          }),
        }}
      />
      {plan.nullable && (
        <NullSwitch value={value} readOnly={readOnly} write={write} of={id} />
      )}
    </FieldShell>
  );
}

/**
 * An emptied field is absent, where it can be. Where absent means the default,
 * the person who emptied it meant empty.
 */
function codecOf(plan: TypedPlan, { isItem }: { isItem: boolean }): TextCodec {
  const isEmpty = isItem || plan.default !== undefined;
  switch (plan.kind) {
    case 'number': {
      const empty = isItem ? null : undefined;
      return numberCodec({ integer: plan.integer, empty });
    }
    case 'int-or-text':
      return intOrTextCodec({ empty: isEmpty ? '' : undefined });
    case 'text':
      return textCodec({ empty: isEmpty ? '' : undefined });
    default:
      return plan satisfies never;
  }
}

type KnownFormat = 'date' | 'time' | 'duration' | 'byte' | 'quantity';

const formats = new Map<string, KnownFormat>([
  ['date', 'date'],
  ['date-time', 'time'],
  ['duration', 'duration'],
  ['byte', 'byte'],
  ['quantity', 'quantity'],
]);

function hintsOf(plan: TypedPlan, t: KratixT): string[] {
  if (plan.kind === 'int-or-text') return [t('form.kind.intOrText')];
  if (plan.kind === 'number') return plan.large ? [t('form.kind.large')] : [];
  const known = formats.get(plan.format ?? '');
  return known ? [t(`form.kind.${known}`)] : [];
}
