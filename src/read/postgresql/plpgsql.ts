import { parsePlpgsql } from './parse.ts';

/** One thing that a block of PL/pgSQL does. */
export type BlockStep =
  /** SQL that runs as it is written. */
  | { readonly kind: 'run'; readonly sql: string }
  /** IF; the condition is an expression of SQL. */
  | {
      readonly kind: 'if';
      readonly condition: string;
      readonly whenTrue: readonly BlockStep[];
      readonly whenFalse: readonly BlockStep[];
    }
  /** Steps of which those are left out that fail because a name is taken. */
  | { readonly kind: 'tolerant'; readonly steps: readonly BlockStep[] }
  /** Steps that run any number of times, or only some of them. */
  | { readonly kind: 'perhaps'; readonly steps: readonly BlockStep[] }
  /** SQL that is put together when it runs, and all else that is not known. */
  | { readonly kind: 'unknown' };

/** The steps of the block of a DO statement; one that is unknown when it cannot be read. */
export function blockSteps(statement: string): readonly BlockStep[] {
  const [block] = [...find(parsePlpgsql(statement), 'action')].flatMap((action) =>
    fields(action, 'PLpgSQL_stmt_block'),
  );
  return block ? stepsOfBlock(block) : [{ kind: 'unknown' }];
}

function stepsOfBlock(block: Fields): readonly BlockStep[] {
  const steps = stepsOf(block['body']);
  if (block['exceptions'] === undefined) return steps;
  const handlers = fields(block['exceptions'], 'PLpgSQL_exception_block').flatMap((exceptions) =>
    list(exceptions['exc_list']).flatMap((handler) => fields(handler, 'PLpgSQL_exception')),
  );
  const conditions = handlers.flatMap((handler) => [...find(handler['conditions'], 'condname')]);
  const known = conditions.every((name) => typeof name === 'string' && DUPLICATES.test(name));
  const actions = handlers.flatMap((handler) => stepsOf(handler['action']));
  if (known && actions.length === 0) return [{ kind: 'tolerant', steps }];
  return [{ kind: 'perhaps', steps: [...steps, ...actions] }];
}

/** Conditions that say that the object is there already. */
const DUPLICATES =
  /^(?:duplicate_(?:object|table|column|schema|function|alias|database)|42(?:710|P07|701))$/i;

function stepsOf(body: unknown): readonly BlockStep[] {
  return list(body).flatMap(stepsOfStatement);
}

type Read = (statement: Fields) => readonly BlockStep[];

const READERS: { readonly [kind: string]: Read } = {
  PLpgSQL_stmt_block: stepsOfBlock,
  PLpgSQL_stmt_execsql: ({ sqlstmt }) => [run(sqlstmt)],
  PLpgSQL_stmt_perform: ({ expr }) => [run(expr)],
  PLpgSQL_stmt_if: (statement) => [
    {
      kind: 'if',
      condition: queryOf(statement['cond']) ?? '',
      whenTrue: stepsOf(statement['then_body']),
      whenFalse: [...elsifSteps(statement), ...stepsOf(statement['else_body'])],
    },
  ],
  PLpgSQL_stmt_fors: loop,
  PLpgSQL_stmt_fori: loop,
  PLpgSQL_stmt_foreach_a: loop,
  PLpgSQL_stmt_while: loop,
  PLpgSQL_stmt_loop: loop,
  PLpgSQL_stmt_return: () => [],
  PLpgSQL_stmt_assign: () => [],
  PLpgSQL_stmt_exit: () => [],
  PLpgSQL_stmt_getdiag: () => [],
  PLpgSQL_stmt_raise: (statement) => (raises(statement) ? [{ kind: 'unknown' }] : []),
};

function stepsOfStatement(statement: unknown): readonly BlockStep[] {
  for (const [kind, read] of Object.entries(READERS)) {
    const [own] = fields(statement, kind);
    if (own) return read(own);
  }
  return [{ kind: 'unknown' }];
}

function run(expression: unknown): BlockStep {
  const sql = queryOf(expression);
  return sql === null ? { kind: 'unknown' } : { kind: 'run', sql };
}

function loop({ body }: Fields): readonly BlockStep[] {
  return [{ kind: 'perhaps', steps: stepsOf(body) }];
}

/** Branches behind ELSIF, whose conditions are left open. */
function elsifSteps(statement: Fields): readonly BlockStep[] {
  const branches = list(statement['elsif_list']).flatMap((one) => fields(one, 'PLpgSQL_if_elsif'));
  return branches.map(({ stmts }) => ({ kind: 'perhaps', steps: stepsOf(stmts) }));
}

/** RAISE with a level of ERROR ends the block; below it only tells (src/include/utils/elog.h). */
function raises({ elog_level: level }: Fields): boolean {
  const ERROR = 21;
  return typeof level !== 'number' || level >= ERROR;
}

function queryOf(expression: unknown): string | null {
  const [own] = fields(expression, 'PLpgSQL_expr');
  const query = own?.['query'];
  return typeof query === 'string' ? query : null;
}

type Fields = { readonly [field: string]: unknown };

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The fields of a node of that kind; none when it is of another kind. */
function fields(node: unknown, kind: string): readonly Fields[] {
  const inner = isFields(node) ? node[kind] : undefined;
  return isFields(inner) ? [inner] : [];
}

/** The values of a field, wherever it stands below a node. */
function* find(node: unknown, field: string): Generator<unknown> {
  if (Array.isArray(node)) {
    for (const item of node) yield* find(item, field);
  } else if (isFields(node)) {
    for (const [name, value] of Object.entries(node)) {
      if (name === field) yield value;
      else yield* find(value, field);
    }
  }
}
