import type { Schema, SchemaObject } from '../model/schema.ts';
import { renameInHead } from './sql-relations.ts';
import { mapped } from './stored-sql.ts';

/** A part of a table under another name. */
export interface PartRename {
  /** As COMMENT ON calls it. */
  readonly kind: 'COLUMN' | 'CONSTRAINT' | 'INDEX' | 'POLICY' | 'RULE' | 'TRIGGER';
  readonly table: string | null;
  readonly from: string;
  readonly to: string;
}

/** The schema with the comments and settings of a part of a table named after its new name. */
export function withPartNamed(schema: Schema, part: PartRename): Schema {
  if (!schema.objects || part.from === part.to) return schema;
  const objects = mapped(schema.objects, (object) => renamedSubject(object, part, schema));
  return objects === schema.objects ? schema : { ...schema, objects };
}

/** `COLUMN email OPTIONS`, `TRIGGER touched`: the kind, the part's name, and what is set of it. */
function renamedSubject(
  object: SchemaObject,
  { kind, table, from, to }: PartRename,
  { engine }: Schema,
): SchemaObject {
  const subject = `${kind} ${from}`;
  const isOf = object.table === table && /^(?:comment|securityLabel|setting)$/.test(object.type);
  if (!isOf || !(object.name === subject || object.name.startsWith(`${subject} `))) return object;
  return {
    ...object,
    name: `${kind} ${to}${object.name.slice(subject.length)}`,
    definition: renameInHead(object.definition, from, to, engine),
  };
}
