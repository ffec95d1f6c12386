import { own } from '../../model/own.ts';

/**
 * MySQL's types as MySQL 8 shows them in `information_schema.columns.column_type`: without the
 * display widths of integers, which MySQL dropped in 8.0.19 and MariaDB still prints.
 * `tinyint(1)` keeps its width, which says that it is a boolean.
 *
 * @see {@link https://dev.mysql.com/doc/refman/8.4/en/data-types.html | Data types}
 */
const ALIASES: { readonly [alias: string]: string } = {
  integer: 'int',
  int1: 'tinyint',
  int2: 'smallint',
  int3: 'mediumint',
  int4: 'int',
  int8: 'bigint',
  middleint: 'mediumint',
  dec: 'decimal',
  numeric: 'decimal',
  fixed: 'decimal',
  'double precision': 'double',
  real: 'double',
  float4: 'float',
  float8: 'double',
  character: 'char',
  'character varying': 'varchar',
  'long varchar': 'mediumtext',
  long: 'mediumtext',
};

/** Types that are a `tinyint(1)` or such by another name, options and all. */
const SYNONYMS: { readonly [synonym: string]: string } = {
  bool: 'tinyint(1)',
  boolean: 'tinyint(1)',
  serial: 'bigint unsigned',
};

/** The parts of a type: `decimal(10,2) unsigned` is `decimal`, `10,2`, `unsigned`. */
export interface TypeParts {
  readonly base: string;
  /** What stands between the parentheses, values of an enum verbatim; null without them. */
  readonly modifier: string | null;
  /** `unsigned`, `unsigned zerofill` or empty. */
  readonly attributes: string;
}

export function splitType(sql: string): TypeParts {
  const match = /^\s*([^(]+?)\s*(?:\((.*)\)\s*([^()']*))?\s*$/s.exec(sql);
  const words = (match?.[1] ?? sql).toLowerCase().replace(/\s+/g, ' ').trim();
  const attributed = /^(.*?)((?: (?:unsigned|signed|zerofill))+)$/.exec(words);
  const attributes = `${attributed?.[2] ?? ''} ${(match?.[3] ?? '').toLowerCase()}`;
  return {
    base: attributed?.[1] ?? words,
    modifier: match?.[2] ?? null,
    attributes: attributes
      .replace(/\bsigned\b/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  };
}

/** A type as MySQL 8 shows it: `INTEGER(11)` is `int`, `BOOL` is `tinyint(1)`, `NUMERIC(8)` is `decimal(8,0)`. */
export function canonicalType(sql: string): string {
  const { base, modifier, attributes } = splitType(sql);
  const synonym = own(SYNONYMS, base);
  const element = synonym ?? canonicalElement(own(ALIASES, base) ?? base, modifier);
  return attributes === '' ? element : `${element} ${attributes}`;
}

/** What the parentheses of a type become; null takes them away. Types that are not listed keep theirs. */
const MODIFIERS: { readonly [base: string]: (modifier: string | null) => string | null } = {
  tinyint: (modifier) => (modifier === '1' ? '1' : null),
  smallint: () => null,
  mediumint: () => null,
  int: () => null,
  bigint: () => null,
  year: () => null,
  // DECIMAL is DECIMAL(10,0), DECIMAL(8) is DECIMAL(8,0).
  decimal: (modifier) => (modifier?.includes(',') ? modifier : `${modifier ?? '10'},0`),
  float: (modifier) => (modifier?.includes(',') ? modifier : null),
  char: (modifier) => modifier ?? '1',
  binary: (modifier) => modifier ?? '1',
  bit: (modifier) => modifier ?? '1',
  // A fractional precision of 0 is the default and not shown.
  datetime: (modifier) => (modifier === '0' ? null : modifier),
  timestamp: (modifier) => (modifier === '0' ? null : modifier),
  time: (modifier) => (modifier === '0' ? null : modifier),
};

function canonicalElement(base: string, modifier: string | null): string {
  if (base === 'enum' || base === 'set') return `${base}(${modifier ?? ''})`;
  const compact = modifier?.replace(/\s+/g, '') ?? null;
  // FLOAT(25) to FLOAT(53) is DOUBLE.
  if (base === 'float' && !compact?.includes(',') && Number(compact) > 24) return 'double';
  const form = own(MODIFIERS, base);
  const kept = form ? form(compact) : compact;
  return kept === null ? base : `${base}(${kept})`;
}
