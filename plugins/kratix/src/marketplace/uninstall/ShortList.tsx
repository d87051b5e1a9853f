import {
  PlainButton,
  useKratixMarketplaceTranslation,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles } from '@material-ui/core/styles';
import { useState, type ReactNode } from 'react';

const few = 20;

const useStyles = makeStyles(
  theme => ({
    heading: {
      fontSize: '0.9375rem',
      fontWeight: 600,
      margin: theme.spacing(2, 0, 1),
    },
  }),
  { name: 'KratixShortList' },
);

/** The first of many, and the others when asked for, as far as they are known. @internal */
export function ShortList<T>(props: {
  /** Of the list, shown above it. */
  id: string;
  heading: string;
  items: readonly T[];
  /** With those that can't be listed. */
  total: number;
  /** So many are listed when asked for. */
  most?: number;
  words: { showAll: string; showFew: string };
  /** List items. */
  children: (shown: readonly T[]) => ReactNode;
  /** The last list item. */
  last?: ReactNode;
}) {
  const classes = useStyles();
  const { t } = useKratixMarketplaceTranslation();
  const [open, setOpen] = useState(false);
  const { id, heading, items, total, most, words, children, last } = props;
  const shown = items.slice(0, open ? most : few);
  const more = Math.max(0, total - shown.length);
  return (
    <>
      <h3 id={id} className={classes.heading}>
        {heading}
      </h3>
      <ul aria-labelledby={id}>
        {children(shown)}
        {more > 0 && <li>{t('uninstall.notListed', { count: more })}</li>}
        {last}
      </ul>
      {items.length > few && (
        <PlainButton
          size="small"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open ? words.showFew : words.showAll}
        </PlainButton>
      )}
    </>
  );
}
