import type { NumberPlan } from '@kratix-portal/backstage-plugin-kratix-common';
import Slider from '@material-ui/core/Slider';
import { useState } from 'react';
import { useFields, type FieldProps } from './FieldsContext';
import { describedBy, FieldShell, partsOf } from './FieldShell';
import { useScalar } from './useScalar';

/** A number of a small range. @internal */
export function SliderField(props: FieldProps<NumberPlan>) {
  const { store } = useFields();
  const { plan, path, required } = props;
  const { id, value, given, t, readOnly, problems, write, ...scalar } =
    useScalar(props, { clearable: true });
  const { min, max, step } = rangeOf(plan);
  const [dragged, setDragged] = useState<number>();
  const shown = dragged ?? (typeof value === 'number' ? value : min);
  const words = {
    ...scalar.words,
    notes: [
      given || value !== undefined ? `${shown}` : t('form.notSet'),
      ...scalar.words.notes,
    ],
  };
  return (
    <FieldShell
      id={id}
      words={words}
      required={required}
      problems={problems}
      labels="group"
      actions={scalar.actions}
    >
      <div id={id} tabIndex={-1}>
        <Slider
          value={shown}
          min={min}
          max={max}
          step={step}
          marks={(max - min) / step <= 20}
          disabled={readOnly}
          valueLabelDisplay="auto"
          aria-labelledby={partsOf(id).label}
          aria-describedby={describedBy(id, words, problems)}
          onChange={(_event, next) => {
            if (typeof next !== 'number') return;
            setDragged(next);
            store.later(path, () => write(next));
          }}
          onChangeCommitted={() => {
            store.flush();
            setDragged(undefined);
          }}
        />
      </div>
    </FieldShell>
  );
}

/** Whether a plan has the two ends that a slider needs. @internal */
export function isSlider(plan: NumberPlan): boolean {
  const { min, max } = rangeOf(plan);
  return (
    (plan.widget ?? plan.hints?.widget) === 'slider' &&
    Number.isFinite(min) &&
    Number.isFinite(max)
  );
}

function rangeOf(plan: NumberPlan) {
  const { integer, multipleOf } = plan;
  const step = Number(multipleOf ?? (integer ? 1 : 0.1));
  const { minimum, exclusiveMinimum, maximum, exclusiveMaximum } = plan;
  return {
    min:
      minimum !== undefined ? Number(minimum) : Number(exclusiveMinimum) + step,
    max:
      maximum !== undefined ? Number(maximum) : Number(exclusiveMaximum) - step,
    step,
  };
}
