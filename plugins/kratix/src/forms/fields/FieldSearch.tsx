import type { ValuePath } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  focusRing,
  useKratixTranslation,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import { useDeferredValue, useMemo, useState } from 'react';
import { SearchField } from '../../tables';
import { pathKey } from './fieldPath';
import type { NamedField } from './fieldTree';

const most = 20;

const useStyles = makeStyles(
  theme => ({
    root: { margin: theme.spacing(0, 0, 2) },
    found: { margin: theme.spacing(1, 0, 0), padding: 0, listStyle: 'none' },
    button: {
      ...focusRing(theme),
      minHeight: 32,
      padding: theme.spacing(0.25, 0.5),
      border: 'none',
      background: 'none',
      color: theme.palette.link ?? theme.palette.primary.main,
      font: 'inherit',
      textAlign: 'left',
      textDecoration: 'underline',
      cursor: 'pointer',
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'KratixFieldSearch' },
);

/** Finds a field by its title or its place, and goes there. @internal */
export function FieldSearch(props: {
  fields: readonly NamedField[];
  onGo: (path: ValuePath) => void;
}) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const { fields, onGo } = props;
  const [query, setQuery] = useState('');
  const asked = useDeferredValue(query.trim().toLocaleLowerCase());
  const texts = useMemo(
    () =>
      fields.map(({ title, path }) =>
        `${title} ${path.join('.')}`.toLocaleLowerCase(),
      ),
    [fields],
  );
  const words = asked.split(/\s+/);
  const found =
    asked === ''
      ? []
      : fields.filter((_field, index) =>
          words.every(word => texts[index].includes(word)),
        );
  return (
    <div role="search" className={classes.root}>
      <SearchField
        label={t('form.search.label')}
        value={query}
        onChange={setQuery}
      />
      <div role="status">
        {asked !== '' && t('form.search.found', { count: found.length })}
        {found.length > most && ` ${t('form.search.more', { n: `${most}` })}`}
      </div>
      {found.length > 0 && (
        <ul className={classes.found}>
          {found.slice(0, most).map(({ path, title, within }) => (
            <li key={pathKey(path)}>
              <button
                type="button"
                className={classes.button}
                onClick={() => onGo(path)}
              >
                <span dir="auto">
                  {within.length > 1
                    ? t('form.search.in', {
                        field: title,
                        place: within.slice(1).join(' › '),
                      })
                    : title}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
