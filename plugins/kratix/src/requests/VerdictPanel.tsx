import type {
  Cause,
  Tone,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  CauseList,
  toneColor,
  useCauseWords,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    root: {
      background: theme.palette.background.paper,
      border: `1px solid ${theme.palette.divider}`,
      borderLeftWidth: 6,
      borderRadius: 8,
      padding: theme.spacing(2),
      marginBottom: theme.spacing(2),
      color: theme.palette.text.primary,
    },
    headline: {
      fontSize: '1rem',
      fontWeight: 600,
      margin: theme.spacing(0, 0, 1),
    },
  }),
  { name: 'KratixVerdictPanel' },
);

/** How something is, at a glance, before anything else about it. @internal */
export function VerdictPanel(props: {
  tone: Tone;
  /** It has to be heard at once. */
  role?: 'alert';
  children: ReactNode;
}) {
  const classes = useStyles();
  const theme = useTheme();
  const { tone, role, children } = props;
  return (
    <div
      className={classes.root}
      style={{ borderLeftColor: toneColor(theme, tone) }}
      role={role}
    >
      {children}
    </div>
  );
}

/** Of a verdict, in one sentence. @internal */
export function VerdictHeadline(props: { children: ReactNode }) {
  return (
    <p className={useStyles().headline} dir="auto">
      {props.children}
    </p>
  );
}

/** What made it so: the first cause in a sentence, then each of them. @internal */
export function VerdictCauses(props: {
  causes: Cause[];
  /** What stands above it already. */
  said: string;
}) {
  const wordsOf = useCauseWords();
  const first = props.causes.at(0);
  const headline = first && wordsOf(first).headline;
  return (
    <>
      {headline && headline !== props.said && (
        <VerdictHeadline>{headline}</VerdictHeadline>
      )}
      <CauseList causes={props.causes} />
    </>
  );
}
