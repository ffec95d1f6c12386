import type { Node, ObjectType, ObjectWithArgs } from '@pgsql/types';
import type { SchemaObjectType } from '../../../model/schema.ts';
import { nameOfList, partOfList, relationName } from '../names.ts';
import { nodeOf, nodesOf, textsOf } from '../nodes.ts';
import { typeOf } from '../types.ts';

/** An object as the engine tells it from others of its kind. */
export interface ObjectName {
  /** `total(integer)`, `text AS date`, `name USING btree`. */
  readonly name: string;
  /** The table or view that it belongs to; null for one that stands alone. */
  readonly table: string | null;
}

/** What COMMENT ON and the like call a kind of object, and how its name is read. */
interface NamedKind {
  readonly words: string;
  /** Null for kinds that have a type of their own in the model. */
  readonly type: SchemaObjectType | null;
  readonly read: (object: Node | undefined) => ObjectName;
}

const KINDS: { readonly [T in ObjectType]?: NamedKind } = {
  OBJECT_TABLE: { words: 'TABLE', type: null, read: listed },
  OBJECT_VIEW: { words: 'VIEW', type: null, read: listed },
  OBJECT_MATVIEW: { words: 'MATERIALIZED VIEW', type: null, read: listed },
  OBJECT_INDEX: { words: 'INDEX', type: null, read: listed },
  OBJECT_SEQUENCE: { words: 'SEQUENCE', type: null, read: listed },
  OBJECT_COLUMN: { words: 'COLUMN', type: null, read: part },
  OBJECT_TABCONSTRAINT: { words: 'CONSTRAINT', type: null, read: part },
  OBJECT_TRIGGER: { words: 'TRIGGER', type: null, read: part },
  OBJECT_POLICY: { words: 'POLICY', type: null, read: part },
  OBJECT_DOMCONSTRAINT: { words: 'CONSTRAINT', type: null, read: ofDomain },
  OBJECT_DOMAIN: { words: 'DOMAIN', type: null, read: typed },
  OBJECT_TYPE: { words: 'TYPE', type: null, read: typed },
  OBJECT_FUNCTION: { words: 'FUNCTION', type: null, read: routine },
  OBJECT_PROCEDURE: { words: 'PROCEDURE', type: null, read: routine },
  OBJECT_ROUTINE: { words: 'ROUTINE', type: null, read: routine },
  OBJECT_SCHEMA: { words: 'SCHEMA', type: null, read: single },
  OBJECT_EXTENSION: { words: 'EXTENSION', type: null, read: single },
  OBJECT_DATABASE: { words: 'DATABASE', type: null, read: single },
  OBJECT_ROLE: { words: 'ROLE', type: null, read: single },
  OBJECT_TABLESPACE: { words: 'TABLESPACE', type: null, read: single },
  OBJECT_LARGEOBJECT: { words: 'LARGE OBJECT', type: null, read: largeObject },
  OBJECT_ACCESS_METHOD: { words: 'ACCESS METHOD', type: 'accessMethod', read: single },
  OBJECT_AGGREGATE: { words: 'AGGREGATE', type: 'aggregate', read: routine },
  OBJECT_CAST: { words: 'CAST', type: 'cast', read: cast },
  OBJECT_COLLATION: { words: 'COLLATION', type: 'collation', read: listed },
  OBJECT_CONVERSION: { words: 'CONVERSION', type: 'conversion', read: listed },
  OBJECT_EVENT_TRIGGER: { words: 'EVENT TRIGGER', type: 'eventTrigger', read: single },
  OBJECT_FDW: { words: 'FOREIGN DATA WRAPPER', type: 'foreignDataWrapper', read: single },
  OBJECT_FOREIGN_SERVER: { words: 'SERVER', type: 'foreignServer', read: single },
  OBJECT_FOREIGN_TABLE: { words: 'FOREIGN TABLE', type: 'foreignTable', read: listed },
  OBJECT_LANGUAGE: { words: 'LANGUAGE', type: 'language', read: single },
  OBJECT_OPCLASS: { words: 'OPERATOR CLASS', type: 'operatorClass', read: withMethod },
  OBJECT_OPERATOR: { words: 'OPERATOR', type: 'operator', read: operator },
  OBJECT_OPFAMILY: { words: 'OPERATOR FAMILY', type: 'operatorFamily', read: withMethod },
  OBJECT_PUBLICATION: { words: 'PUBLICATION', type: 'publication', read: single },
  OBJECT_RULE: { words: 'RULE', type: 'rule', read: part },
  OBJECT_STATISTIC_EXT: { words: 'STATISTICS', type: 'statistics', read: listed },
  OBJECT_SUBSCRIPTION: { words: 'SUBSCRIPTION', type: 'subscription', read: single },
  OBJECT_TRANSFORM: { words: 'TRANSFORM', type: 'transform', read: transform },
  OBJECT_TSCONFIGURATION: {
    words: 'TEXT SEARCH CONFIGURATION',
    type: 'textSearchConfiguration',
    read: listed,
  },
  OBJECT_TSDICTIONARY: {
    words: 'TEXT SEARCH DICTIONARY',
    type: 'textSearchDictionary',
    read: listed,
  },
  OBJECT_TSPARSER: { words: 'TEXT SEARCH PARSER', type: 'textSearchParser', read: listed },
  OBJECT_TSTEMPLATE: { words: 'TEXT SEARCH TEMPLATE', type: 'textSearchTemplate', read: listed },
};

/** What a statement calls an object of that kind; null for a kind that no dump shows. */
export function kindOfObject(kind: ObjectType | undefined): NamedKind | null {
  return KINDS[kind ?? 'OBJECT_AMOP'] ?? null;
}

function listed(object: Node | undefined): ObjectName {
  const range = nodeOf(object, 'RangeVar');
  const name = range ? relationName(range) : nameOfList(nodeOf(object, 'List')?.items);
  return { name, table: null };
}

function single(object: Node | undefined): ObjectName {
  return { name: nodeOf(object, 'String')?.sval ?? '', table: null };
}

function part(object: Node | undefined): ObjectName {
  const { owner, part: name } = partOfList(nodeOf(object, 'List')?.items);
  return { name, table: owner };
}

function typed(object: Node | undefined): ObjectName {
  const type = nodeOf(object, 'TypeName');
  return type ? { name: nameOfList(type.names), table: null } : listed(object);
}

function ofDomain(object: Node | undefined): ObjectName {
  const items = nodeOf(object, 'List')?.items;
  const domain = nameOfList(nodesOf(items, 'TypeName')[0]?.names);
  return { name: `${textsOf(items).at(-1) ?? ''} ON DOMAIN ${domain}`, table: null };
}

function routine(object: Node | undefined): ObjectName {
  return { name: routineName(nodeOf(object, 'ObjectWithArgs')), table: null };
}

/** `total(integer)`; the name alone where no arguments are given. */
export function routineName(routine: ObjectWithArgs | null): string {
  const name = nameOfList(routine?.objname);
  return routine?.args_unspecified ? name : `${name}(${typesOf(routine?.objargs).join(', ')})`;
}

function typesOf(nodes: readonly Node[] | undefined): readonly string[] {
  return (nodes ?? []).map((node) => {
    const type = nodeOf(node, 'TypeName');
    return type ? typeOf({ ...type, setof: false }) : 'NONE';
  });
}

function operator(object: Node | undefined): ObjectName {
  return routine(object);
}

function cast(object: Node | undefined): ObjectName {
  return { name: typesOf(nodeOf(object, 'List')?.items).join(' AS '), table: null };
}

/** The access method comes first in the list. */
function withMethod(object: Node | undefined): ObjectName {
  const [method, ...name] = nodeOf(object, 'List')?.items ?? [];
  return {
    name: `${nameOfList(name)} USING ${textsOf(method ? [method] : []).join('')}`,
    table: null,
  };
}

function transform(object: Node | undefined): ObjectName {
  const items = nodeOf(object, 'List')?.items;
  const type = nodesOf(items, 'TypeName')[0];
  return { name: `FOR ${typeOf(type)} LANGUAGE ${textsOf(items).at(-1) ?? ''}`, table: null };
}

function largeObject(object: Node | undefined): ObjectName {
  const number = nodeOf(object, 'Integer')?.ival ?? nodeOf(object, 'Float')?.fval ?? 0;
  return { name: String(number), table: null };
}
