import { makeStyles } from '@material-ui/core/styles';
import Tab from '@material-ui/core/Tab';
import Tabs from '@material-ui/core/Tabs';
import { useState, type ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    tabs: {
      borderBottom: `1px solid ${theme.palette.divider}`,
      marginBottom: theme.spacing(2),
      minHeight: 40,
    },
    tab: {
      textTransform: 'none',
      letterSpacing: 'normal',
      fontWeight: 600,
      fontSize: '0.9375rem',
      minHeight: 40,
      minWidth: 0,
      padding: theme.spacing(1, 2),
      color: theme.palette.text.primary,
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.text.primary}`,
        outlineOffset: -2,
      },
    },
  }),
  { name: 'KratixSectionTabs' },
);

/** One part of a page that is shown at a time. @internal */
export interface Section<Id extends string> {
  id: Id;
  title: ReactNode;
  content: () => ReactNode;
}

let tabSets = 0;

/** The parts of a page as tabs; arrows move among them. @internal */
export function SectionTabs<Id extends string>(props: {
  label: string;
  sections: Section<Id>[];
  current: Id;
  onChange: (id: Id) => void;
}) {
  const classes = useStyles();
  // React 17 has no useId.
  const [id] = useState(() => `kratix-sections-${(tabSets += 1)}`);
  const { label, sections, current, onChange } = props;
  const shown = sections.find(section => section.id === current) ?? sections[0];
  return (
    <>
      <Tabs
        className={classes.tabs}
        value={shown.id}
        onChange={(_event, chosen: Id) => onChange(chosen)}
        variant="scrollable"
        scrollButtons="off"
        indicatorColor="primary"
        aria-label={label}
      >
        {sections.map(section => (
          <Tab
            key={section.id}
            value={section.id}
            label={section.title}
            className={classes.tab}
            id={`${id}-tab-${section.id}`}
            aria-controls={`${id}-panel`}
            disableRipple
          />
        ))}
      </Tabs>
      <div
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-tab-${shown.id}`}
      >
        {shown.content()}
      </div>
    </>
  );
}
