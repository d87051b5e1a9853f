import { Link } from '@backstage/core-components';
import type { PromiseDetail } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  AuthorText,
  useKratixTranslation,
  Panel,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import { useLinks } from '../../navigation';
import type { FormMode } from './formStart';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(2) },
    text: { margin: theme.spacing(0, 0, 1) },
  }),
  { name: 'KratixFormRail' },
);

/** What helps while filling in: what it is, and what will happen. @internal */
export function FormRail(props: { promise: PromiseDetail; mode: FormMode }) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const links = useLinks();
  const { promise, mode } = props;
  const { docs, summary, title } = promise;
  return (
    <aside
      className={classes.root}
      aria-label={t('formPage.rail.about', { promise: title })}
    >
      <Panel title={t('formPage.rail.about', { promise: title })}>
        {docs ? (
          <AuthorText markdown={docs} />
        ) : (
          <p className={classes.text} dir="auto">
            {summary ?? t('formPage.rail.none')}
          </p>
        )}
        <Link to={links.promise(promise)}>{t('formPage.rail.moreDocs')}</Link>
      </Panel>
      <Panel title={t('formPage.rail.delivery')}>
        <p className={classes.text}>
          {t(
            mode === 'edit'
              ? 'formPage.rail.deliveryEdit'
              : 'formPage.rail.deliveryNew',
          )}
        </p>
      </Panel>
    </aside>
  );
}
