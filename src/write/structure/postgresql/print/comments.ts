import { quoteString } from '../../../../dialect/postgresql/quoting.ts';

/** COMMENT ON; the object with its kind, `COLUMN public.users.id`. */
export function commentOn(object: string, text: string): string {
  return `COMMENT ON ${object} IS ${quoteString(text)};`;
}
