import {
  useKratixTranslation,
  PlainButton,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import type { YamlProblem } from './YamlEditor';

const mostShown = 20;

const useStyles = makeStyles(
  theme => ({
    count: { margin: 0, fontWeight: 500 },
    list: { margin: 0, padding: 0, listStyle: 'none' },
    item: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      gap: theme.spacing(0, 1),
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'KratixYamlProblems' },
);

/** The same problems as on the lines, for ears and keyboards. @internal */
export function ProblemList(props: {
  id: string;
  problems: YamlProblem[];
  onGo(line: number, column?: number): void;
}) {
  const { id, problems, onGo } = props;
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const shown = problems.slice(0, mostShown);
  const more = problems.length - shown.length;
  return (
    <div>
      <p id={id} role="status" className={classes.count}>
        {problems.length > 0 && t('yaml.problems', { count: problems.length })}
      </p>
      {shown.length > 0 && (
        <ul className={classes.list}>
          {shown.map(({ line, column, message }) => (
            <li
              key={`${line}:${column ?? ''}:${message}`}
              className={classes.item}
            >
              <PlainButton size="small" onClick={() => onGo(line, column)}>
                {t('yaml.atLine', { line: `${line}` })}
              </PlainButton>
              <span dir="auto">{message}</span>
            </li>
          ))}
          {more > 0 && <li>{t('yaml.more', { count: more })}</li>}
        </ul>
      )}
    </div>
  );
}
