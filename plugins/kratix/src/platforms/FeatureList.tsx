import type { PlatformFeature } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  CopyButton,
  PlainButton,
  Tag,
  useKratixTranslation,
  YamlText,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import ExpandLess from '@material-ui/icons/ExpandLess';
import ExpandMore from '@material-ui/icons/ExpandMore';
import { useState } from 'react';
import { linesFor } from './featureLines';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.75),
      listStyle: 'none',
      margin: 0,
      padding: 0,
    },
    // What is unfolded has a line of its own.
    open: { flexBasis: '100%' },
    how: { '& p': { margin: theme.spacing(0.5, 0) } },
    lines: { display: 'flex', alignItems: 'flex-start' },
    text: { flex: '1 1 auto', minWidth: 0 },
  }),
  { name: 'KratixFeatureList' },
);

/** What of Kratix a platform has, and how to get the rest. @internal */
export function FeatureList(props: { features: PlatformFeature[] }) {
  const classes = useStyles();
  return (
    <ul className={classes.root}>
      {props.features.map(feature => (
        <FeatureItem key={feature.id} feature={feature} />
      ))}
    </ul>
  );
}

function FeatureItem(props: { feature: PlatformFeature }) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const [open, setOpen] = useState(false);
  const { id, state, crd } = props.feature;
  const feature = t(`platforms.feature.${id}`);
  if (state === 'found') {
    return (
      <li>
        <Tag tone="ok">{feature}</Tag>
      </li>
    );
  }
  const tag = (
    <Tag tone="neutral">
      {t(`platforms.featureState.${state}`, { feature })}
    </Tag>
  );
  if (state === 'unknown') return <li>{tag}</li>;
  const lines = linesFor({ state, crd });
  return (
    <li className={open ? classes.open : undefined}>
      {tag}
      <PlainButton
        size="small"
        aria-expanded={open}
        aria-label={t('platforms.how.showNamed', { feature })}
        onClick={() => setOpen(!open)}
        endIcon={open ? <ExpandLess /> : <ExpandMore />}
      >
        {t('platforms.how.show')}
      </PlainButton>
      {open && (
        <div className={classes.how}>
          <p>{t(`platforms.how.${state}`, { crd })}</p>
          {lines && (
            <div className={classes.lines}>
              <div className={classes.text}>
                <YamlText
                  text={lines}
                  label={t('platforms.how.showNamed', { feature })}
                />
              </div>
              <CopyButton
                text={lines}
                name={t('platforms.how.line', { feature })}
              />
            </div>
          )}
          {state === 'absent' && <p>{t(`platforms.how.${id}`)}</p>}
        </div>
      )}
    </li>
  );
}
