import type { NumberPlan } from '@kratix-portal/backstage-plugin-kratix-common';
import Slider from '@material-ui/core/Slider';
import {
  createContext,
  forwardRef,
  useContext,
  useMemo,
  useState,
  type HTMLAttributes,
} from 'react';
import { useFields, type FieldProps } from './FieldsContext';
import { describedBy, FieldShell, partsOf } from './FieldShell';
import { useScalar } from './useScalar';

/** What is said of the slider whose thumb it is. */
const AboutThumb = createContext<{ describedBy?: string; isWrong?: boolean }>(
  {},
);

// The slider itself gives these to a box that nobody can focus.
const Thumb = forwardRef<HTMLSpanElement, HTMLAttributes<HTMLSpanElement>>(
  (props, ref) => {
    const { describedBy: about, isWrong } = useContext(AboutThumb);
    return (
      <span
        {...props}
        ref={ref}
        aria-describedby={about}
        aria-invalid={isWrong}
      />
    );
  },
);

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
  const description = describedBy(id, words, problems);
  const isWrong = problems.length > 0;
  const about = useMemo(
    () => ({ describedBy: description, isWrong }),
    [description, isWrong],
  );
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
        <AboutThumb.Provider value={about}>
          <Slider
            ThumbComponent={Thumb}
            value={shown}
            min={min}
            max={max}
            step={step}
            marks={(max - min) / step <= 20}
            disabled={readOnly}
            valueLabelDisplay="auto"
            aria-labelledby={partsOf(id).label}
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
        </AboutThumb.Provider>
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
    Number.isFinite(max) &&
    min < max
  );
}

/** Its ends lie on steps, so that each place of the slider is valid. */
function rangeOf(plan: NumberPlan) {
  const { integer, multipleOf } = plan;
  const { minimum, exclusiveMinimum, maximum, exclusiveMaximum } = plan;
  const step = Number(multipleOf ?? (integer ? 1 : 0.1));
  const isStepped = integer || multipleOf !== undefined;
  const onStep = (value: number, round: (steps: number) => number) =>
    isStepped ? round(value / step) * step : value;
  return {
    min:
      minimum !== undefined
        ? onStep(Number(minimum), Math.ceil)
        : onStep(Number(exclusiveMinimum), Math.floor) + step,
    max:
      maximum !== undefined
        ? onStep(Number(maximum), Math.floor)
        : onStep(Number(exclusiveMaximum), Math.ceil) - step,
    step,
  };
}
