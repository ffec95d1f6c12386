import type { ParsedStatement } from '../parse.ts';

/** Tells whether a type or relation of that name, with its schema, is there. */
type IsThere = (name: string) => boolean;

type Fields = { [field: string]: unknown };

/**
 * Names of a file in which `search_path` begins with another schema than `public`, as dumps up to
 * 10.2 set it before the objects of a schema: what they leave without a schema is in that one.
 *
 * @see {@link https://www.postgresql.org/docs/release/10.3/ | Release 10.3}
 */
export class SearchPath {
  readonly #namespace: string;
  readonly #isThere: IsThere;

  constructor(namespace: string, isThere: IsThere) {
    this.#namespace = namespace;
    this.#isThere = isThere;
  }

  /** The text with the sequences of its defaults named in full. */
  text(sql: string): string {
    return sql.replace(
      /(\bnextval\(')([^'.]+)('::regclass\))/g,
      (_, open: string, name: string, close: string) => `${open}${this.#namespace}.${name}${close}`,
    );
  }

  /** Names in the statement's node what it leaves without a schema. */
  qualify({ node }: ParsedStatement): void {
    if (node === null) return;
    for (const [kind, fields] of Object.entries(node)) {
      if (isFields(fields)) this.#lists(kind, fields);
    }
    this.#walk(node);
  }

  #walk(value: unknown): void {
    if (Array.isArray(value)) for (const item of value) this.#walk(item);
    if (!isFields(value)) return;
    if (typeof value['relname'] === 'string') value['schemaname'] ??= this.#namespace;
    if (isFields(value['TypeName'])) this.#type(value['TypeName']);
    if (isFields(value['typeName'])) this.#type(value['typeName']);
    for (const inner of Object.values(value)) this.#walk(inner);
  }

  /** A type of the schema; all others are the server's. */
  #type({ names }: Fields): void {
    const [only] = Array.isArray(names) && names.length === 1 ? names : [];
    const name = isFields(only) && isFields(only['String']) ? only['String']['sval'] : null;
    if (Array.isArray(names) && typeof name === 'string') {
      if (this.#isThere(`${this.#namespace}.${name}`)) names.unshift(this.#word());
    }
  }

  /** Names that stand in lists of words. */
  #lists(kind: string, fields: Fields): void {
    const named = NAMES[kind];
    if (named) this.#prefix(fields[named], 1);
    if (kind === 'CommentStmt') {
      const parts = PARTS.test(String(fields['objtype'])) ? 2 : 1;
      const object = isFields(fields['object']) ? fields['object'] : {};
      const list = isFields(object['List']) ? object['List']['items'] : undefined;
      const routine = isFields(object['ObjectWithArgs']) ? object['ObjectWithArgs'] : {};
      this.#prefix(list, parts);
      this.#prefix(routine['objname'], 1);
    }
    if (kind === 'AlterSeqStmt' || kind === 'CreateSeqStmt') this.#owner(fields['options']);
  }

  /** OWNED BY table.column */
  #owner(options: unknown): void {
    for (const option of Array.isArray(options) ? options : []) {
      const element = isFields(option) ? option['DefElem'] : null;
      if (!isFields(element) || element['defname'] !== 'owned_by') continue;
      const list = isFields(element['arg']) ? element['arg']['List'] : null;
      if (isFields(list)) this.#prefix(list['items'], 2);
    }
  }

  #prefix(words: unknown, length: number): void {
    if (Array.isArray(words) && words.length === length) words.unshift(this.#word());
  }

  #word() {
    return { String: { sval: this.#namespace } };
  }
}

/** The field with the name of what a statement makes. */
const NAMES: { readonly [kind: string]: string } = {
  CreateEnumStmt: 'typeName',
  CreateRangeStmt: 'typeName',
  CreateDomainStmt: 'domainname',
  CreateFunctionStmt: 'funcname',
  CreateStatsStmt: 'defnames',
  DefineStmt: 'defnames',
};

/** Objects that are named behind their table. */
const PARTS = /^OBJECT_(?:COLUMN|TABCONSTRAINT|TRIGGER|RULE|POLICY)$/;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
