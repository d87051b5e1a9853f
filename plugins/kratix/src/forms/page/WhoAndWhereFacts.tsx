import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RequestDetail } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  kratixTranslationRef,
  Panel,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import { shortRef } from './ServiceField';

const useStyles = makeStyles(
  theme => ({
    facts: {
      display: 'grid',
      gridTemplateColumns: 'max-content minmax(0, 1fr)',
      gap: theme.spacing(0.75, 2),
      margin: 0,
      '& dt': { color: theme.palette.text.secondary },
      '& dd': { margin: 0, overflowWrap: 'anywhere' },
    },
  }),
  { name: 'KratixWhoAndWhereFacts' },
);

/** Name and place of a request that exists: to read, for it keeps them. @internal */
export function WhoAndWhereFacts(props: { request: RequestDetail }) {
  const classes = useStyles();
  const { t } = useTranslationRef(kratixTranslationRef);
  const { name, namespace, owner, service, freshness } = props.request;
  const facts: [string, string | undefined][] = [
    [t('formPage.where.name'), name],
    [t('formPage.where.team'), owner && shortRef(owner)],
    [t('formPage.where.namespace'), namespace === '-' ? undefined : namespace],
    [t('formPage.where.platform'), freshness.title],
    [t('formPage.where.service'), service && shortRef(service)],
  ];
  return (
    <Panel title={t('formPage.where.title')}>
      <dl className={classes.facts}>
        {facts.map(
          ([title, value]) =>
            value && [
              <dt key={`${title} title`}>{title}</dt>,
              <dd key={title}>{value}</dd>,
            ],
        )}
      </dl>
    </Panel>
  );
}
