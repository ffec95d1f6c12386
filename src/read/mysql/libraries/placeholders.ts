import { UNKNOWN_SERVER } from '../server.ts';
import type {
  StatedCheck,
  StatedColumn,
  StatedDefinition,
  StatedForeignKey,
  StatedKey,
} from '../stated/stated.ts';
import { joinTokens } from '../tokens/join.ts';
import type { Token } from '../tokens/token.ts';
import { tokenize } from '../tokens/tokenize.ts';

/** A definition with other names in place of its own, so that what differs in names alone is one. */
export interface Nameless {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Gives a reading of the text its names back. */
  readonly named: (definition: StatedDefinition) => StatedDefinition;
}

const START = 'migdocs_name_';
const QUOTED = /`migdocs_name_(\d+)`/g;

/** What a definition begins with that is no column. */
const NO_COLUMN =
  /^(?:primary|unique|key|index|fulltext|spatial|foreign|constraint|check|period)$/i;

/** Puts numbered names in the place of those between backticks, and of a column's own. */
export function nameless(tokens: readonly Token[]): Nameless {
  const names: Token[] = [];
  const replaced = tokens.map((token, at) => {
    const isColumn = at === 0 && token.kind === 'word' && !NO_COLUMN.test(token.text);
    if (token.kind !== 'quoted' && !isColumn) return token;
    names.push(token);
    const value = `${START}${names.length - 1}`;
    return { ...token, value, text: `\`${value}\`` };
  });
  const text = joinTokens(replaced);
  return {
    text,
    tokens: tokenize(text, 0, text.length, UNKNOWN_SERVER).tokens,
    named: (definition) => new Naming(names).definition(definition),
  };
}

class Naming {
  readonly #names: readonly Token[];

  constructor(names: readonly Token[]) {
    this.#names = names;
  }

  definition(definition: StatedDefinition): StatedDefinition {
    switch (definition.kind) {
      case 'column':
        return { kind: 'column', column: this.#column(definition.column) };
      case 'key':
        return { kind: 'key', key: this.#key(definition.key) };
      case 'foreignKey':
        return { kind: 'foreignKey', foreignKey: this.#foreignKey(definition.foreignKey) };
      case 'check':
        return { kind: 'check', check: this.#check(definition.check) };
    }
  }

  #name(value: string): string {
    const number = value.startsWith(START) ? Number(value.slice(START.length)) : Number.NaN;
    return this.#names[number]?.value ?? value;
  }

  #optional(value: string | null): string | null {
    return value === null ? null : this.#name(value);
  }

  #list(names: readonly string[]): readonly string[] {
    return names.map((name) => this.#name(name));
  }

  /** SQL, with the names as they were written. */
  #sql(text: string): string {
    return text.replace(QUOTED, (name, number) => this.#names[Number(number)]?.text ?? name);
  }

  #column(column: StatedColumn): StatedColumn {
    const { default: value, generated, references } = column;
    return {
      ...column,
      name: this.#name(column.name),
      charset: this.#optional(column.charset),
      collation: this.#optional(column.collation),
      default: value?.kind === 'expression' ? { ...value, sql: this.#sql(value.sql) } : value,
      generated: generated && { ...generated, expression: this.#sql(generated.expression) },
      checks: column.checks.map((check) => this.#check(check)),
      references: references && this.#foreignKey(references),
    };
  }

  #key(key: StatedKey): StatedKey {
    const parts = key.parts.map((part) => ({
      ...part,
      column: this.#optional(part.column),
      expression: part.expression === null ? null : this.#sql(part.expression),
    }));
    const options = key.options.map((option) => this.#option(option));
    return { ...key, name: this.#optional(key.name), parts, options };
  }

  /** `WITH PARSER name`. */
  #option(option: string): string {
    return option
      .split(' ')
      .map((word) => this.#name(word))
      .join(' ');
  }

  #foreignKey(key: StatedForeignKey): StatedForeignKey {
    return {
      ...key,
      name: this.#optional(key.name),
      indexName: this.#optional(key.indexName),
      columns: this.#list(key.columns),
      toTable: this.#list(key.toTable.split('.')).join('.'),
      toColumns: this.#list(key.toColumns),
    };
  }

  #check(check: StatedCheck): StatedCheck {
    return { ...check, name: this.#optional(check.name), expression: this.#sql(check.expression) };
  }
}
