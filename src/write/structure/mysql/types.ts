import { INTEGER_WIDTHS } from '../../../dialect/mysql/integer-widths.ts';
import { splitType } from '../../../dialect/mysql/types.ts';
import type { Column } from '../../../model/schema.ts';
import type { MysqlDumpForm } from './form.ts';

/** A year is printed with its width, too. */
const WIDTHS: typeof INTEGER_WIDTHS = { ...INTEGER_WIDTHS, year: [4, 4] };

/** A column's type as SHOW CREATE TABLE prints it: `int unsigned` is `int(10) unsigned` until 8.0.18. */
export function shownType(
  { type, displayWidth }: Pick<Column, 'type' | 'displayWidth'>,
  form: MysqlDumpForm,
): string {
  const { base, modifier, attributes } = splitType(type);
  if (base === 'enum' || base === 'set') return `${base}(${compactList(modifier ?? '')})`;
  const widths = modifier === null && Object.hasOwn(WIDTHS, base) ? WIDTHS[base] : undefined;
  // ZEROFILL fills up to the width, which MySQL 8 prints for it alone.
  const isShown = form.showsWidths || attributes.includes('zerofill');
  if (!widths || !isShown) return type;
  const width = displayWidth ?? (/unsigned|zerofill/.test(attributes) ? widths[1] : widths[0]);
  return [`${base}(${width})`, attributes].filter((part) => part !== '').join(' ');
}

/** `'a', 'b'` as `'a','b'`; blanks inside of a value stay. */
function compactList(values: string): string {
  return values.replace(/('(?:[^'\\]|''|\\[\s\S])*')|\s+/g, (_, value?: string) => value ?? '');
}

/** Whether the type holds text, which has a character set and a collation. */
export function hasCharset(type: string): boolean {
  return /^(?:varchar|char|(?:tiny|medium|long)?text|enum|set)\b/.test(type);
}

/** Types that MySQL gives no literal default: `DEFAULT NULL` is not printed for them either. */
export function isBlobOrText(type: string): boolean {
  return /(?:text|blob)$|^(?:geom|point|linestring|polygon|multi)/.test(type);
}
