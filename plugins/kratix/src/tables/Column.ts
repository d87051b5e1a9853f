import type { ReactNode } from 'react';

/** A column of a list. @internal */
export interface Column<Row> {
  id: string;
  title: string;
  cell: (row: Row) => ReactNode;
  /** Name under which the backend sorts by it. */
  sort?: string;
  numeric?: boolean;
  /** The row's own name: a row header, first on a card. */
  header?: boolean;
  /** On a card's first line, before the name. */
  state?: boolean;
  /** What can be done with the row: at the end of a card's first line. */
  menu?: boolean;
  /**
   * On a card it stands after its title, which says what it is, and only where
   * there is something to say.
   */
  titled?: (row: Row) => boolean;
  /** Not on a card. */
  wideOnly?: boolean;
  /** On one line, whatever the others need. */
  noWrap?: boolean;
  /** The title is for screen readers alone. */
  titleHidden?: boolean;
}
