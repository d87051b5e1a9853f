import { useKratixTranslation } from '@kratix-portal/backstage-plugin-kratix-react';
import { useTheme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { useSearchParams } from 'react-router-dom';
import { Choice } from '../../tables';

/** How the one document is shown. @internal */
export const formViews = ['form', 'yaml', 'both'] as const;

/** @internal */
export type FormView = (typeof formViews)[number];

/** The view in the address; side by side only where there is room. @internal */
export function useFormView(): {
  view: FormView;
  views: FormView[];
  setView: (view: FormView) => void;
} {
  const theme = useTheme();
  const wide = useMediaQuery(theme.breakpoints.up('lg'));
  const [params, setParams] = useSearchParams();
  const asked = formViews.find(one => one === params.get('view')) ?? 'form';
  return {
    view: asked === 'both' && !wide ? 'form' : asked,
    views: formViews.filter(one => wide || one !== 'both'),
    setView: view =>
      setParams(
        old => {
          const now = new URLSearchParams(old);
          if (view === 'form') now.delete('view');
          else now.set('view', view);
          return now;
        },
        { replace: true },
      ),
  };
}

/** @internal */
export function ViewSwitch(props: {
  view: FormView;
  views: FormView[];
  onView: (view: FormView) => void;
}) {
  const { t } = useKratixTranslation();
  const { view, views, onView } = props;
  return (
    <Choice
      label={t('formPage.view.label')}
      chosen={view}
      onChoose={onView}
      options={views.map(id => ({ id, title: t(`formPage.view.${id}`) }))}
    />
  );
}
