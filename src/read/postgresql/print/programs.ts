import type { CreateFunctionStmt, CreateTrigStmt, Node } from '@pgsql/types';
import { isPlainIdentifier } from '../../../dialect/reserved-words.ts';
import { nodeOf, nodesOf, textsOf } from '../nodes.ts';
import { parsePostgresql } from '../parse.ts';

/** How format_type() spells the types that the grammar has other names for. */
const TYPES: { readonly [name: string]: string } = {
  int2: 'smallint',
  int4: 'integer',
  int8: 'bigint',
  bool: 'boolean',
  float8: 'double precision',
};

/** Types that keep their names. */
const PLAIN_TYPES = /^(?:trigger|void|text|json|jsonb|uuid|date|bytea|numeric|inet)$/;

const VOLATILITY: { readonly [name: string]: string } = {
  immutable: 'IMMUTABLE',
  stable: 'STABLE',
  volatile: '',
};

/**
 * CREATE FUNCTION as pg_get_functiondef() prints it, which fx dumps; null for one with arguments, or
 * with a type or option whose form is not known here. Measured on PostgreSQL 15.
 */
export function printedFunction(sql: string): string | null {
  const node = statementOf(sql);
  const made = node && nodeOf(node, 'CreateFunctionStmt');
  if (!made || made.is_procedure || made.parameters || made.sql_body) return null;
  const name = publicName(made.funcname);
  const type = returnType(made);
  const parts = optionsOf(made);
  if (name === null || type === null || !parts || parts.body.includes('$function$')) return null;
  const traits = parts.traits === '' ? '' : ` ${parts.traits}\n`;
  const head = `CREATE OR REPLACE FUNCTION public.${quotedName(name)}()\n RETURNS ${type}\n`;
  return `${head} LANGUAGE ${quotedName(parts.language)}\n${traits}AS $function$${parts.body}$function$`;
}

function quotedName(name: string): string {
  return isPlainIdentifier(name, 'postgresql') ? name : `"${name.replaceAll('"', '""')}"`;
}

/** The one statement of a text; null when it holds another number of them. */
function statementOf(sql: string): Node | null {
  const [first, second] = parsePostgresql(sql);
  return second ? null : (first?.node ?? null);
}

/** The name of what stands in `public`, given or left out; null for what stands elsewhere. */
function publicName(nodes: readonly Node[] | undefined): string | null {
  const names = textsOf(nodes);
  const isPublic = names.length === 1 || (names.length === 2 && names[0] === 'public');
  return isPublic ? (names.at(-1) ?? null) : null;
}

function returnType({ returnType: type }: CreateFunctionStmt): string | null {
  if (!type || type.setof || type.arrayBounds || type.typmods || type.pct_type) return null;
  const name = textsOf(type.names).at(-1) ?? '';
  return TYPES[name] ?? (PLAIN_TYPES.test(name) ? name : null);
}

/** Language, body and traits, in the order in which the server prints these; null for others. */
function optionsOf({ options }: CreateFunctionStmt) {
  const given = new Map(nodesOf(options, 'DefElem').map(({ defname, arg }) => [defname, arg]));
  const known = ['language', 'as', 'volatility', 'strict', 'security', 'parallel'];
  if ([...given.keys()].some((name) => name === undefined || !known.includes(name))) return null;
  const text = (name: string): string => nodeOf(given.get(name), 'String')?.sval ?? '';
  const flag = (name: string): boolean => nodeOf(given.get(name), 'Boolean')?.boolval === true;
  const [body, symbol] = textsOf(nodeOf(given.get('as'), 'List')?.items);
  if (body === undefined || symbol !== undefined || text('language') === '') return null;
  const parallel = text('parallel');
  const traits = [
    VOLATILITY[text('volatility')] ?? '',
    parallel === '' || parallel === 'unsafe' ? '' : `PARALLEL ${parallel.toUpperCase()}`,
    flag('strict') ? 'STRICT' : '',
    flag('security') ? 'SECURITY DEFINER' : '',
  ];
  return { body, language: text('language'), traits: traits.filter(Boolean).join(' ') };
}

const TIMINGS: ReadonlyMap<number, string> = new Map([
  [0, 'AFTER'],
  [1 << 1, 'BEFORE'],
  [1 << 6, 'INSTEAD OF'],
]);

/** Bits of `events` (src/include/catalog/pg_trigger.h), in the order of pg_get_triggerdef(). */
const EVENTS: readonly (readonly [bit: number, word: string])[] = [
  [1 << 2, 'INSERT'],
  [1 << 3, 'DELETE'],
  [1 << 4, 'UPDATE'],
  [1 << 5, 'TRUNCATE'],
];

/**
 * CREATE TRIGGER as pg_get_triggerdef() of PostgreSQL 11 and newer prints it, which fx dumps; null
 * for one with a condition, arguments or transition tables, and for constraint triggers.
 */
export function printedTrigger(sql: string): string | null {
  const node = statementOf(sql);
  const made = node && nodeOf(node, 'CreateTrigStmt');
  if (!made || made.isconstraint || made.whenClause || made.args || made.transitionRels)
    return null;
  const routine = publicName(made.funcname);
  const table = made.relation?.relname;
  const isPublic = (made.relation?.schemaname ?? 'public') === 'public';
  const timing = TIMINGS.get(made.timing ?? 0);
  if (routine === null || table === undefined || !isPublic || timing === undefined) return null;
  const each = made.row ? 'ROW' : 'STATEMENT';
  const head = `CREATE TRIGGER ${quotedName(made.trigname ?? '')} ${timing} ${eventsOf(made)}`;
  return `${head} ON public.${quotedName(table)} FOR EACH ${each} EXECUTE FUNCTION ${quotedName(routine)}()`;
}

function eventsOf({ events = 0, columns }: CreateTrigStmt): string {
  const names = textsOf(columns).map(quotedName);
  const of = names.length === 0 ? '' : ` OF ${names.join(', ')}`;
  return EVENTS.filter(([bit]) => (events & bit) !== 0)
    .map(([, word]) => (word === 'UPDATE' ? `${word}${of}` : word))
    .join(' OR ');
}
