import type { TemplateResult } from 'lit';

export interface Column<T> {
  key: string;
  title: string;
  cell: (row: T) => TemplateResult | string | number;
  /** Numbers stand right, by their last digit; the unit is in the title. */
  number?: boolean;
  /** The column takes what the others leave, and its text ends in an ellipsis. */
  wide?: boolean;
  /** What the server sorts by when the head is pressed: `name`; `-name` is the other way round. */
  sort?: string;
  /** Not drawn on narrow screens. */
  minor?: boolean;
}

/** Which way a column is sorted. */
export const direction = (column: { sort?: string }, sorted: string): 'ascending' | 'descending' | 'none' =>
  column.sort === undefined ? 'none' : sorted === column.sort ? 'ascending' : sorted === `-${column.sort}` ? 'descending' : 'none';

/** What is sorted by after its head was pressed. */
export const turned = (column: { sort?: string }, sorted: string): string =>
  direction(column, sorted) === 'ascending' ? `-${column.sort}` : column.sort ?? '';
