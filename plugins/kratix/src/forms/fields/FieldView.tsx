import type { FieldPlan } from '@kratix-portal/backstage-plugin-kratix-common';
import { memo } from 'react';
import { ChoiceField } from './ChoiceField';
import { useFields, useOfDocument, type FieldProps } from './FieldsContext';
import { settledPlan } from './fieldTree';
import { FlagField } from './FlagField';
import { InstalledField } from './InstalledField';
import { ListField } from './ListField';
import { MapField } from './MapField';
import { MaybeField } from './MaybeField';
import { ObjectField } from './ObjectField';
import { PasswordField } from './PasswordField';
import { PickerField } from './PickerField';
import { isSlider, SliderField } from './SliderField';
import { TypedField } from './TypedField';
import { isUpdown, UpdownField } from './UpdownField';
import { YamlField } from './YamlField';

/**
 * Draws a field by its plan. A value that the plan has no place for, such as a
 * list where text belongs, is shown as YAML: nothing is hidden or bent.
 *
 * @internal
 */
export const FieldView = memo((props: FieldProps) => {
  const { store } = useFields();
  const plan = settledPlan(props.plan);
  const hasPlace = useOfDocument(() =>
    fitsShape(plan, store.document.get(props.path)),
  );
  if (plan.hints?.hidden) return null;
  if (!hasPlace || plan.hints?.widget === 'yaml') {
    return <YamlField {...props} plan={plan} />;
  }
  if (plan.hints?.field) {
    return (
      <InstalledField {...props} plan={plan}>
        <ByKind {...props} plan={plan} />
      </InstalledField>
    );
  }
  return <ByKind {...props} plan={plan} />;
});

function ByKind(props: FieldProps) {
  const { plan } = props;
  switch (plan.kind) {
    case 'text':
      if (plan.hints?.picker) return <PickerField {...props} plan={plan} />;
      return (plan.hints?.widget ?? plan.widget) === 'password' ? (
        <PasswordField {...props} plan={plan} />
      ) : (
        <TypedField {...props} plan={plan} />
      );
    case 'number':
      if (isSlider(plan)) return <SliderField {...props} plan={plan} />;
      return isUpdown(plan) ? (
        <UpdownField {...props} plan={plan} />
      ) : (
        <TypedField {...props} plan={plan} />
      );
    case 'int-or-text':
      return <TypedField {...props} plan={plan} />;
    case 'flag':
      return <FlagField {...props} plan={plan} />;
    case 'choice':
      return <ChoiceField {...props} plan={plan} />;
    case 'object':
      return <ObjectField {...props} plan={plan} />;
    case 'list':
      return <ListField {...props} plan={plan} />;
    case 'map':
      return <MapField {...props} plan={plan} />;
    case 'maybe':
      return <MaybeField {...props} plan={plan} />;
    case 'yaml':
      return <YamlField {...props} plan={plan} />;
    default:
      return plan satisfies never;
  }
}

function fitsShape(plan: FieldPlan, value: unknown): boolean {
  if (value === undefined || value === null) return true;
  const isList = Array.isArray(value);
  const isObject = typeof value === 'object' && !isList;
  switch (plan.kind) {
    case 'maybe':
      return fitsShape(plan.of, value);
    case 'object':
    case 'map':
      return isObject;
    case 'list':
      return isList;
    case 'choice':
    case 'yaml':
      return true;
    default:
      return !isList && !isObject;
  }
}
