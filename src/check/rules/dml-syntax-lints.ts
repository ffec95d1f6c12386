import { ENGINES } from '../../model/engine.ts';
import type { OperationOf } from '../../model/operation.ts';
import type { RuleContext } from '../context.ts';
import { assignedColumns, comparisonsWithNull } from '../row-statements.ts';
import { defineRule, type Finding } from '../rule.ts';
import { type StatementWord, statementWords } from '../statement-words.ts';

type RowChange = OperationOf<'changeRows'>;
type Lint = (
  words: readonly StatementWord[],
  operation: RowChange,
  context: RuleContext,
) => Finding | null;

export const dmlSyntaxLints = defineRule({
  id: 'dml-syntax-lints',
  title: 'Statement does not do what it seems to',
  engines: ENGINES,
  severity: 'warning',
  on: ['changeRows'],
  docs: {
    why: 'A comparison with NULL by = or <> is never true. Values without column names go by the order of the columns, which differs between databases that were migrated and one that was loaded from the dump. A random order, or a LIMIT without an order, takes other rows on each run and on each replica that repeats the statement.',
    onEngine: {
      postgresql: 'PostgreSQL refuses an UPDATE that sets a column twice.',
      mysql: 'When a column is set twice, the last value holds, without a word.',
      sqlite: 'When a column is set twice, the last value holds, without a word.',
    },
    instead:
      'Write IS NULL and IS NOT NULL, name the columns of an INSERT, set each column once, and order by a key.',
    reference: 'https://www.postgresql.org/docs/current/functions-comparison.html',
    references: {
      mysql: 'https://dev.mysql.com/doc/refman/8.0/en/working-with-null.html',
      sqlite: 'https://www.sqlite.org/nulls.html',
    },
  },
  check(operation, context) {
    if (operation.language !== 'sql') return null;
    // A statement that writes behind WITH gives several operations of one text.
    const { source } = operation;
    const isSaid = context.earlier.some(
      ({ operation: other }) =>
        other.kind === 'changeRows' &&
        other.text === operation.text &&
        other.source.line === source.line &&
        other.source.column === source.column,
    );
    if (isSaid) return null;
    const words = statementWords(operation.text, context.engine);
    return LINTS.flatMap((lint) => lint(words, operation, context) ?? []);
  },
});

const nullComparison: Lint = (words) => {
  const [found] = comparisonsWithNull(words);
  if (found === undefined) return null;
  const right = found.negated ? 'IS NOT NULL' : 'IS NULL';
  return {
    message: `${found.text} is never true, for any row.`,
    instead: `Write ${found.left} ${right}.`,
  };
};

const setTwice: Lint = (words, _, { dialect }) => {
  const columns = assignedColumns(words);
  const twice = columns.find((column, at) => columns.indexOf(column) < at);
  if (twice === undefined) return null;
  const refuses = dialect.validatesConstraintsSeparately;
  return {
    severity: refuses ? 'danger' : 'warning',
    message: refuses
      ? `${twice} is set twice in one statement, which the server refuses: the migration stops here.`
      : `${twice} is set twice in one statement: the last value holds.`,
    instead: `Set ${twice} once.`,
  };
};

const insertByPosition: Lint = (words, { table }, context) => {
  const into = words.findIndex(({ word }) => word === 'INTO');
  const isInsert = words[0]?.word === 'INSERT' || words[0]?.word === 'REPLACE';
  if (!isInsert || into < 0 || table === null || context.isNewTable(table)) return null;
  let at = into + 2;
  while (words[at]?.text === '.') at += 2;
  if (words[at]?.word === 'AS') at += 2;
  const next = words[at];
  if (next?.word !== 'VALUES' && next?.word !== 'SELECT' && next?.word !== 'TABLE') return null;
  return {
    severity: 'info',
    message: `The INSERT into ${table} names no columns: its values go by the order that the columns have in that database.`,
    instead: 'Name the columns behind the table.',
  };
};

const randomOrder: Lint = (words) => {
  const order = words.findIndex(
    ({ word }, at) => word === 'ORDER' && words[at + 1]?.word === 'BY' && isRandom(words[at + 2]),
  );
  if (order < 0) return null;
  return {
    message: `ORDER BY ${words[order + 2]?.text ?? ''}() goes through all rows and takes other ones on each run.`,
    instead: 'Order by the primary key.',
  };
};

function isRandom(word: StatementWord | undefined): boolean {
  return word?.word === 'RANDOM' || word?.word === 'RAND';
}

const limitWithoutOrder: Lint = (words, { verb, batched }) => {
  const limit = words.find(({ word, depth }) => word === 'LIMIT' && depth === 0);
  const ordered = words.some(({ word, depth }) => word === 'ORDER' && depth === 0);
  if (!limit || ordered || batched || (verb !== 'update' && verb !== 'delete')) return null;
  return {
    severity: 'info',
    message: 'LIMIT without ORDER BY takes any rows: which ones is not known beforehand.',
    instead: 'Order by the primary key, and repeat the statement until it writes no row.',
  };
};

const LINTS: readonly Lint[] = [
  nullComparison,
  setTwice,
  insertByPosition,
  randomOrder,
  limitWithoutOrder,
];
