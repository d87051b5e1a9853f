import type {
  FieldPlan,
  ValuePath,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  focusRing,
  useKratixTranslation,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import { useMemo } from 'react';
import { pathKey } from './fieldPath';

const useStyles = makeStyles(
  theme => ({
    root: {
      margin: theme.spacing(0, 0, 2),
      [theme.breakpoints.up('lg')]: {
        position: 'sticky',
        top: theme.spacing(2),
        maxHeight: '80vh',
        overflowY: 'auto',
      },
    },
    list: {
      display: 'flex',
      flexWrap: 'wrap',
      columnGap: theme.spacing(1),
      margin: 0,
      padding: 0,
      listStyle: 'none',
      [theme.breakpoints.up('lg')]: { display: 'block' },
      [theme.breakpoints.down('md')]: { maxHeight: 160, overflowY: 'auto' },
    },
    button: {
      ...focusRing(theme),
      minHeight: 28,
      padding: theme.spacing(0.25, 0.5),
      border: 'none',
      background: 'none',
      color: theme.palette.text.primary,
      font: 'inherit',
      fontSize: '0.875rem',
      textAlign: 'left',
      cursor: 'pointer',
      overflowWrap: 'anywhere',
      '&:hover': { textDecoration: 'underline' },
    },
  }),
  { name: 'KratixSectionIndex' },
);

interface Section {
  title: string;
  /** Of its first field. */
  path: ValuePath;
}

/** The parts of a long form, to go to. @internal */
export function SectionIndex(props: {
  plan: FieldPlan;
  onGo: (path: ValuePath) => void;
}) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const { plan, onGo } = props;
  const sections = useMemo(() => sectionsOf(plan), [plan]);
  if (sections.length < 2) return null;
  return (
    <nav aria-label={t('form.index')} className={classes.root}>
      <ul className={classes.list}>
        {sections.map(({ title, path }) => (
          <li key={pathKey(path)}>
            <button
              type="button"
              className={classes.button}
              onClick={() => onGo(path)}
            >
              <span dir="auto">{title}</span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Groups, and fields that hold fields; of `spec` where that is all there is. */
function sectionsOf(plan: FieldPlan, path: ValuePath = []): Section[] {
  const of = plan.kind === 'maybe' ? plan.of : plan;
  if (of.kind !== 'object') return [];
  if (of.fields.length === 1) {
    const [{ name, plan: only }] = of.fields;
    return sectionsOf(only, [...path, name]);
  }
  const groups = new Set<string>();
  return of.fields.flatMap(({ name, plan: field }): Section[] => {
    const { group, hidden } = field.hints ?? {};
    if (hidden) return [];
    const at = [...path, name];
    if (group !== undefined) {
      if (groups.has(group)) return [];
      groups.add(group);
      return [{ title: group, path: at }];
    }
    const inner = field.kind === 'maybe' ? field.of : field;
    const isPart = ['object', 'list', 'map', 'yaml'].includes(inner.kind);
    return isPart ? [{ title: field.title ?? name, path: at }] : [];
  });
}
