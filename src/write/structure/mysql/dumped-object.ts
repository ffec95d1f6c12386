import type { Schema } from '../../../model/schema.ts';
import type { SqlSchemaFile } from '../../../model/schema-file.ts';
import type { MysqlDumpForm } from './form.ts';
import type { DumpLayout } from './layout.ts';
import type { Section } from './sections.ts';
import type { CompareNames } from './table-order.ts';

/** What the objects of a dump are made from. */
export interface DumpInput {
  readonly file: SqlSchemaFile;
  readonly after: Schema;
  readonly form: MysqlDumpForm;
  readonly layout: DumpLayout;
  readonly sections: readonly Section[];
  readonly compareNames: CompareNames;
}

/** An object that the dump shall have. */
export interface DumpedObject {
  readonly kind: Exclude<Section['kind'], 'frame' | 'heading'>;
  readonly name: string;
  /** Of a trigger: its table. */
  readonly table: string | null;
  /** True when it is as it was in the file. */
  readonly unchanged: boolean;
  /** Its whole section, as the dump tool writes it. */
  readonly section: () => string;
  /** Its section in the file with what has changed. */
  readonly edited: (section: Section) => string;
}

/** The section with another statement in the place of the one that makes its object. */
export function withStatement(
  { text }: SqlSchemaFile,
  { start, end, created }: Section,
  statement: string,
): string {
  return text.slice(start, created.start) + statement + text.slice(created.end, end);
}
