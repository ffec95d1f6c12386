import type { Column } from '../../../model/schema.ts';
import type { MysqlDumpForm } from './form.ts';

/** Attributes with the version of the comment that MySQL prints them in, and where they stand. */
const ATTRIBUTES: readonly (readonly [
  pattern: RegExp,
  version: string,
  place: 'beforeDefault' | 'afterDefault',
])[] = [
  [/\bSRID \d+/i, '80003', 'beforeDefault'],
  [/\bSTORAGE \w+/i, '50606', 'beforeDefault'],
  [/\bCOLUMN_FORMAT \w+/i, '50606', 'beforeDefault'],
  [/\bINVISIBLE\b/i, '80023', 'afterDefault'],
];

/** What MySQL says of a column in comments; MariaDB says it bare, and all of it before the default. */
export function attributesOf(
  { attributes = '' }: Column,
  place: 'beforeDefault' | 'afterDefault',
  { server }: MysqlDumpForm,
): readonly string[] {
  if (server === 'mariadb') {
    return attributes !== '' && place === 'beforeDefault' ? [` ${attributes}`] : [];
  }
  return ATTRIBUTES.flatMap(([pattern, version, own]) => {
    const text = own === place ? pattern.exec(attributes)?.[0] : undefined;
    return text === undefined ? [] : [` /*!${version} ${text} */`];
  });
}
