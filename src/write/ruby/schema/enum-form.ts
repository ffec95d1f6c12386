import type { Enum } from '../../../model/schema.ts';
import type { RubySchemaFile } from '../../../model/schema-file.ts';
import { rubyString, rubyStrings } from './inspect.ts';

/** How enums are written: by Rails since 7.0, and by gems before. */
export interface EnumForm {
  /** The option of a column that names its type. */
  readonly option: 'enum_type' | 'enum_name' | 'as';
  /** `lines`: each value has a line of its own. */
  readonly values: 'inline' | 'lines';
  /** What follows the values: `, force: :cascade`. Empty for most. */
  readonly tail: string;
  /** True when each enum has a blank line between it and the next. */
  readonly spaced: boolean;
}

const OF_RAILS: EnumForm = { option: 'enum_type', values: 'inline', tail: '', spaced: false };

/**
 * The form that a file shows. activerecord-pg_enum names a column's type `as:`;
 * activerecord-postgres_enum gives each value a line, and since 1.4 forces and spaces its enums.
 */
export function enumFormOf({ text, schema }: RubySchemaFile): EnumForm {
  if (schema.enums.length === 0) return OF_RAILS;
  const option = /^ {4}t\.enum "\w+", (?:.*, )?(enum_type|enum_name|as): /m.exec(text)?.[1];
  const forced = /^ {2}\], force: :cascade$/m.test(text);
  return {
    option: option === 'as' || option === 'enum_name' ? option : 'enum_type',
    values: /^ {2}create_enum "[^"]+", \[$/m.test(text) ? 'lines' : 'inline',
    tail: forced ? ', force: :cascade' : '',
    spaced: forced,
  };
}

/** `  create_enum "status", ["draft", "paid"]` with its line break. */
export function enumText({ name, values }: Enum, { values: form, tail }: EnumForm): string {
  const list =
    form === 'inline'
      ? rubyStrings(values)
      : `[\n${values.map((value) => `    ${rubyString(value)},\n`).join('')}  ]`;
  return `  create_enum ${rubyString(name)}, ${list}${tail}\n`;
}
