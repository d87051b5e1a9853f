import type { Cause } from '@kratix-portal/backstage-plugin-kratix-common';
import { makeStyles } from '@material-ui/core/styles';
import ExpandLess from '@material-ui/icons/ExpandLess';
import ExpandMore from '@material-ui/icons/ExpandMore';
import { useState } from 'react';
import { useKratixTranslation } from '../translation';
import { useCauseWords } from './useCauseWords';
import { PlainButton } from '../components/PlainButton';

const useStyles = makeStyles(
  theme => ({
    facts: {
      display: 'grid',
      gridTemplateColumns: 'max-content minmax(0, 1fr)',
      gap: theme.spacing(0.5, 1.5),
      margin: 0,
      '& dt': { color: theme.palette.text.secondary },
      '& dd': { margin: 0, overflowWrap: 'anywhere' },
    },
    said: {
      color: theme.palette.text.secondary,
      fontSize: '0.875rem',
      whiteSpace: 'pre-wrap',
    },
    // Its text stands below that of the facts.
    more: { marginLeft: -5 },
    others: { margin: theme.spacing(1, 0, 0), paddingLeft: theme.spacing(2.5) },
    other: { marginBottom: theme.spacing(1) },
  }),
  { name: 'KratixCauseText' },
);

/** Why something is as it is, and who does what about it. @public */
export function CauseText(props: { cause: Cause }) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const words = useCauseWords()(props.cause);
  const { platformSays } = props.cause;
  // A question that is quoted in full is not repeated below itself.
  const original =
    platformSays && !words.why?.includes(platformSays)
      ? platformSays
      : undefined;
  return (
    <dl className={classes.facts}>
      {words.why && (
        <>
          <dt>{t('cause.why')}</dt>
          <dd>
            <span dir="auto">{words.why}</span>
            {original && (
              <div className={classes.said} dir="auto">
                {t('cause.platformSays', { message: original })}
              </div>
            )}
          </dd>
        </>
      )}
      {words.next && (
        <>
          <dt>{t('cause.next')}</dt>
          <dd dir="auto">{words.next}</dd>
        </>
      )}
    </dl>
  );
}

/** The first cause in full, the others behind `and 2 more`. @public */
export function CauseList(props: { causes: Cause[] }) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const wordsOf = useCauseWords();
  const [open, setOpen] = useState(false);
  const [first, ...others] = props.causes;
  if (!first) return null;
  return (
    <div>
      <CauseText cause={first} />
      {others.length > 0 && (
        <>
          <PlainButton
            size="small"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
            endIcon={open ? <ExpandLess /> : <ExpandMore />}
            className={classes.more}
          >
            {open
              ? t('cause.fewer')
              : t('cause.andMore', { count: others.length })}
          </PlainButton>
          {open && (
            <ul className={classes.others}>
              {others.map((cause, index) => (
                <li key={index} className={classes.other}>
                  <div dir="auto">{wordsOf(cause).headline}</div>
                  <CauseText cause={cause} />
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </div>
  );
}
