import { quoteIdentifier } from '../../../dialect/postgresql/quoting.ts';
import type { Draw } from '../draw.ts';

/**
 * Names that collide often, because there are few, and that try the server's rules: words that need
 * quotes, capitals, several bytes a character, more bytes than the 63 that a name may have.
 */
const RELATIONS = [
  ...([
    't',
    'u',
    'orders',
    'line_items',
    'Order Items',
    'select',
    'größen',
    't_a_idx',
    't_pkey',
  ] as const),
  'a_table_with_a_name_that_is_as_long_as_the_server_lets_a_name_be',
  'название_таблицы_которое_длиннее_чем_позволяет_сервер_в_байтах',
] as const;

const COLUMNS = [
  ...(['a', 'b', 'c', 'd', 'id', 'kind', 'order', 'Mixed Case', 'prix_élevé', 'user'] as const),
  'a_column_with_a_name_so_long_that_default_names_are_cut_short_x',
] as const;

/** Names of parts and stand-alone objects, as few as make them meet. */
const PARTS = [
  'x',
  'y',
  't_a_key',
  't_a_idx',
  't_pkey',
  'u_check',
  'Mixed',
  'ein_größeres',
] as const;

export const NAMESPACE = 'billing';

/** A new name for a table or view, in the default schema most of the time; as the model has it. */
export function relationName(draw: Draw): string {
  const name = draw.of([...RELATIONS]);
  return draw.once(12) ? `${NAMESPACE}.${name}` : name;
}

export function columnName(draw: Draw): string {
  return draw.of([...COLUMNS]);
}

export function partName(draw: Draw): string {
  return draw.of([...PARTS]);
}

/** Quoted where it has to be, and now and then where it has not. */
export function sqlName(name: string, draw: Draw): string {
  return bare(name) && !draw.once(8) ? name : quoteIdentifier(name);
}

/** A model's name with its schema: `billing."Order Items"`; `public.` stands now and then. */
export function sqlRelation(name: string, draw: Draw): string {
  const dot = name.indexOf('.');
  if (dot >= 0) return `${name.slice(0, dot)}.${sqlName(name.slice(dot + 1), draw)}`;
  return `${draw.text(10, 'public.')}${sqlName(name, draw)}`;
}

export function sqlNames(names: readonly string[], draw: Draw): string {
  return names.map((name) => sqlName(name, draw)).join(', ');
}

function bare(name: string): boolean {
  return /^[a-z_][a-z0-9_]*$/.test(name) && !['select', 'order', 'user'].includes(name);
}
