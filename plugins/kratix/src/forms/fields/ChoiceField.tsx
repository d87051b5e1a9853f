import {
  sameValue,
  type ChoicePlan,
} from '@kratix-portal/backstage-plugin-kratix-common';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import NativeSelect from '@material-ui/core/NativeSelect';
import OutlinedInput from '@material-ui/core/OutlinedInput';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import { useMemo } from 'react';
import { ChoiceSearch } from './ChoiceSearch';
import type { FieldProps } from './FieldsContext';
import { describedBy, FieldShell, partsOf } from './FieldShell';
import { useScalar } from './useScalar';
import { valueWords } from './valueWords';

const fewest = 4;
const many = 15;

/** One of a closed set. @internal */
export function ChoiceField(props: FieldProps<ChoicePlan>) {
  const { plan, required } = props;
  const scalar = useScalar(props, { clearable: true });
  const { id, t, value, readOnly, problems, write, words, actions } = scalar;
  const titles = useMemo(
    () => plan.values.map(one => valueWords(one, t)),
    [plan.values, t],
  );
  const chosen =
    value === undefined
      ? -1
      : plan.values.findIndex(one => sameValue(one, value));
  const isUnknown = value !== undefined && chosen < 0;
  const unknown = isUnknown
    ? t('form.unknownChoice', { value: valueWords(value, t) })
    : undefined;
  const choose = (index: number) => write(plan.values[index]);
  const about = {
    'aria-invalid': problems.length > 0,
    'aria-describedby': describedBy(id, words, problems),
  };
  const widget = widgetOf(plan);
  return (
    <FieldShell
      id={id}
      words={words}
      required={required}
      problems={problems}
      labels={widget === 'radio' ? 'group' : 'control'}
      actions={actions}
    >
      {widget === 'radio' && (
        <RadioGroup
          id={id}
          tabIndex={-1}
          aria-labelledby={partsOf(id).label}
          value={`${chosen}`}
          onChange={({ target }) => choose(Number(target.value))}
          {...about}
        >
          {titles.map((title, index) => (
            <FormControlLabel
              key={`${index} ${title}`}
              value={`${index}`}
              disabled={readOnly}
              control={<Radio size="small" color="primary" />}
              label={<span dir="auto">{title}</span>}
            />
          ))}
          {unknown !== undefined && (
            <FormControlLabel
              value="-1"
              disabled
              control={<Radio size="small" />}
              label={<span dir="auto">{unknown}</span>}
            />
          )}
        </RadioGroup>
      )}
      {widget === 'select' && (
        <NativeSelect
          id={id}
          fullWidth
          disabled={readOnly}
          value={`${chosen}`}
          onChange={({ target }) => {
            const index = Number(target.value);
            write(index < 0 ? undefined : plan.values[index]);
          }}
          input={<OutlinedInput margin="dense" notched={false} />}
          inputProps={{ id, ...about, 'aria-required': required }}
        >
          {(chosen < 0 || (!required && plan.default === undefined)) && (
            <option value="-1">
              {unknown ?? (required ? t('form.choose') : t('form.notSet'))}
            </option>
          )}
          {titles.map((title, index) => (
            <option key={`${index} ${title}`} value={`${index}`}>
              {title}
            </option>
          ))}
        </NativeSelect>
      )}
      {widget === 'autocomplete' && (
        <ChoiceSearch
          id={id}
          titles={titles}
          chosen={chosen}
          unknown={unknown}
          readOnly={readOnly}
          onChoose={choose}
          inputProps={about}
        />
      )}
    </FieldShell>
  );
}

function widgetOf(plan: ChoicePlan): 'radio' | 'select' | 'autocomplete' {
  const { widget, values, hints } = plan;
  if (hints?.widget === 'radio' || hints?.widget === 'select') {
    return hints.widget;
  }
  if (widget) return widget;
  if (values.length > many) return 'autocomplete';
  return values.length <= fewest ? 'radio' : 'select';
}
