import { joinType } from '../../../dialect/postgresql/types.ts';
import { isPlainIdentifier } from '../../../dialect/reserved-words.ts';
import { own } from '../../../model/own.ts';
import type { Types } from '../analyze/types.ts';
import type { Typed } from '../query/query.ts';

/** Key words by the version that made them such: before it, names that need no quotes. */
const LATER_KEY_WORDS: { readonly [word: string]: number } = {
  json_array: 16,
  json_arrayagg: 16,
  json_object: 16,
  json_objectagg: 16,
  system_user: 16,
  json: 17,
  json_exists: 17,
  json_query: 17,
  json_scalar: 17,
  json_serialize: 17,
  json_table: 17,
  json_value: 17,
  merge_action: 17,
};

/** Names and types as a server of that version spells them. */
export class Spelling {
  readonly #types: Types;
  readonly server: number;

  constructor(types: Types, server: number) {
    this.#types = types;
    this.server = server;
  }

  name(name: string): string {
    if (isPlainIdentifier(name, 'postgresql')) return name;
    if (this.server < (own(LATER_KEY_WORDS, name) ?? 0)) return name;
    return `"${name.replaceAll('"', '""')}"`;
  }

  /** A relation with its schema, when it is not the default one. */
  relation(name: string, needsSchema: boolean): string {
    const parts = name.split('.');
    const shown = parts.length === 1 && needsSchema ? ['public', ...parts] : parts;
    return shown.map((part) => this.name(part)).join('.');
  }

  /** `character varying(20)`, `integer[]`, `"OrderStatus"` (format_type_with_typemod). */
  type({ type, modifier }: Typed): string {
    const element = type.startsWith('_') ? type.slice(1) : null;
    if (element !== null && !this.#types.catalog.types.has(element))
      return `${this.name(element)}[]`;
    if (type === 'bpchar' && modifier === null) return 'bpchar';
    if (type === '_bpchar' && modifier === null) return 'bpchar[]';
    const printed = this.#types.catalog.types.get(type)?.printed;
    if (printed === undefined) return this.name(type);
    if (type === 'interval' && modifier !== null) return `interval ${modifier}`;
    if (element === null) return joinType(printed, modifier);
    return `${joinType(printed.slice(0, -2), modifier)}[]`;
  }
}
