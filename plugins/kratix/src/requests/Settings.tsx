import type { RequestDetail } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  EmptyState,
  useKratixTranslation,
  VisuallyHidden,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'fit-content(45%) minmax(0, 1fr)',
      gap: theme.spacing(0.5, 2),
      margin: 0,
      '& dt': { color: theme.palette.text.secondary, overflowWrap: 'anywhere' },
      '& dd': { margin: 0, overflowWrap: 'anywhere' },
    },
  }),
  { name: 'KratixSettings' },
);

/** What was asked for; what differs from the default stands out. @internal */
export function Settings(props: { settings: RequestDetail['settings'] }) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  if (props.settings.length === 0) {
    return <EmptyState compact title={t('requestPage.settings.none')} />;
  }
  return (
    <dl className={classes.root}>
      {props.settings.map(({ path, title, value, isDefault }) => [
        <dt key={`${path} title`} dir="auto" title={path}>
          {title}
        </dt>,
        <dd key={path} dir="auto">
          {isDefault ? (
            value
          ) : (
            <strong>
              {value}
              <VisuallyHidden>
                {' '}
                {t('requestPage.settings.changed')}
              </VisuallyHidden>
            </strong>
          )}
        </dd>,
      ])}
    </dl>
  );
}
