import { splitType } from '../../../dialect/postgresql/types.ts';
import { own } from '../../../model/own.ts';
import type { Schema } from '../../../model/schema.ts';
import { type Catalog, catalogOf } from '../catalog/catalog.ts';
import { Beyond, type Typed } from '../query/query.ts';

/** Element types of ranges, and of the multiranges over them. */
const RANGE_BOUNDS: { readonly [range: string]: string } = {
  int4range: 'int4',
  int8range: 'int8',
  numrange: 'numeric',
  tsrange: 'timestamp',
  tstzrange: 'timestamptz',
  daterange: 'date',
};

/** How far a cast may go: put in by PostgreSQL, on assignment, or asked for. */
export type CastContext = 'implicit' | 'assignment' | 'explicit';
export type CastPath = 'function' | 'relabel' | 'text' | 'elements';

/** The types that a schema has: built-in ones, those of its extensions, its enums, domains and tables. */
export class Types {
  readonly catalog: Catalog;
  readonly #enums: ReadonlySet<string>;
  readonly #domains: ReadonlyMap<string, Typed>;
  readonly #rows: ReadonlySet<string>;

  /** @param server - major version of PostgreSQL. */
  constructor(schema: Schema, server: number) {
    this.catalog = catalogOf(
      schema.extensions.map(({ name }) => name.replace(/^.*\./, '')),
      server,
    );
    this.#enums = new Set(schema.enums.map(({ name }) => name));
    this.#rows = new Set([...schema.tables, ...schema.views].map(({ name }) => name));
    this.#domains = new Map(schema.domains.map(({ name, type }) => [name, this.ofColumn(type)]));
  }

  /** A column's type, which a schema has in its canonical spelling. */
  ofColumn(canonical: string): Typed {
    const { base, modifier, array } = splitType(canonical);
    const name = this.catalog.printed.get(base)?.name ?? base;
    return { type: array ? `_${name}` : name, modifier };
  }

  /** True for a type whose operators and casts are known. */
  isKnown(type: string): boolean {
    return (
      this.catalog.types.has(type) ||
      this.isEnum(type) ||
      this.#domains.has(type) ||
      this.isRow(type) ||
      (type.startsWith('_') && this.isKnown(type.slice(1)))
    );
  }

  isEnum(type: string): boolean {
    return this.#enums.has(type);
  }

  isRow(type: string): boolean {
    return this.#rows.has(type);
  }

  isArray(type: string): boolean {
    return this.elementOf(type) !== null;
  }

  isDomain(type: string): boolean {
    return this.#domains.has(type);
  }

  /** The type that a domain is made of; any other type as it is. */
  baseOf(type: string): string {
    return this.#domains.get(type)?.type ?? type;
  }

  /** The type of an array's elements; null for what is no array. */
  elementOf(type: string): string | null {
    const element = type.startsWith('_') ? type.slice(1) : null;
    return element !== null && this.isKnown(element) ? element : null;
  }

  boundOf(range: string): string | null {
    return own(RANGE_BOUNDS, range) ?? null;
  }

  /** `typcategory`. @throws {Beyond} for a type that is not known. */
  category(type: string): string {
    if (type === 'unknown') return 'X';
    const base = this.baseOf(type);
    const known = this.catalog.types.get(base);
    if (known) return known.category;
    if (this.isEnum(base)) return 'E';
    if (this.isArray(base)) return 'A';
    if (this.isRow(base)) return 'C';
    throw new Beyond(`type ${type}`);
  }

  isPreferred(type: string): boolean {
    return this.catalog.types.get(type)?.preferred ?? false;
  }

  /** Whether a value of that type can be given where the other one is asked for. */
  canCoerce(from: string, to: string): boolean {
    if (from === to || from === 'unknown' || to === 'any') return true;
    if (this.isPolymorphic(to)) return true;
    if (to === 'record') return this.isRow(from);
    return this.path(from, to, 'implicit') !== null;
  }

  isPolymorphic(type: string): boolean {
    return type.startsWith('any') && type !== 'any';
  }

  /** find_coercion_pathway of parse_coerce.c; null when there is none. */
  path(from: string, to: string, context: CastContext): CastPath | null {
    const [source, target] = [this.baseOf(from), this.baseOf(to)];
    if (source === target) return 'relabel';
    const cast = this.catalog.cast(source, target);
    if (cast !== null) {
      const allowed = { i: true, a: context !== 'implicit', e: context === 'explicit' };
      if (!allowed[cast.context]) return null;
      return cast.method === 'f' ? 'function' : cast.method === 'b' ? 'relabel' : 'text';
    }
    const [sourceElement, targetElement] = [this.elementOf(source), this.elementOf(target)];
    if (sourceElement !== null && targetElement !== null) {
      if (this.path(sourceElement, targetElement, context) !== null) return 'elements';
    }
    return this.#throughText(source, target, context);
  }

  #throughText(source: string, target: string, context: CastContext): CastPath | null {
    if (context === 'implicit') return null;
    if (this.category(target) === 'S') return 'text';
    return context === 'explicit' && this.category(source) === 'S' ? 'text' : null;
  }
}
