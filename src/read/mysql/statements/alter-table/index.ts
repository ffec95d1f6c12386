import { findTable } from '../../../../model/schema.ts';
import { joined } from '../../../joined.ts';
import { NotTold, told } from '../../not-told.ts';
import type { MysqlScope } from '../../scope.ts';
import type { Token } from '../../tokens/token.ts';
import { isWord, splitList, TokenReader } from '../../tokens/token-reader.ts';
import { readHow } from '../create-index.ts';
import { OnlineWords } from '../online.ts';
import type { Bodies, MysqlStatement } from '../statement.ts';
import { type Action, inOrder } from './action.ts';
import { readAdd } from './add.ts';
import { readAlter } from './alter-part.ts';
import { readChange, readModify } from './change.ts';
import { readConvert } from './convert.ts';
import { readDrop } from './drop.ts';
import { readHowOfTable } from './how.ts';
import { optionsAction, readTableOption } from './options.ts';
import { readRename } from './rename.ts';

/**
 * `ALTER TABLE name action, …`. Nothing of it is asked for unless every action can be read.
 *
 * @see {@link https://dev.mysql.com/doc/refman/8.4/en/alter-table.html | ALTER TABLE}
 * @see {@link https://mariadb.com/kb/en/alter-table/ | MariaDB: ALTER TABLE}
 */
export function* alterTable(statement: MysqlStatement, scope: MysqlScope): Bodies {
  const words = new OnlineWords();
  const makesKey = makesPrimaryKey(statement.tokens);
  for (const body of joined(bodiesOf(statement, scope, words))) {
    const marked = { ...body, ...words.mark };
    yield makesKey && marked.kind === 'dropPrimaryKey' ? { ...marked, remade: true } : marked;
  }
}

function makesPrimaryKey(tokens: readonly Token[]): boolean {
  return tokens.some(
    (token, at) =>
      isWord(token, 'PRIMARY') && isWord(tokens[at + 1], 'KEY') && !isWord(tokens[at - 1], 'DROP'),
  );
}

/** FORCE, ENGINE=InnoDB and the like can build the table anew and leave it as a dump shows it. */
function* orRunSql({ text }: MysqlStatement, bodies: Bodies): Bodies {
  let isEmpty = true;
  for (const body of bodies) {
    isEmpty = false;
    yield body;
  }
  const purpose = 'leaves the table as a dump shows it';
  if (isEmpty) yield { kind: 'runSql', text, purpose };
}

function* bodiesOf(statement: MysqlStatement, scope: MysqlScope, words: OnlineWords): Bodies {
  const reader = statement.read();
  reader.take('ALTER');
  if (reader.takeOne('ONLINE', 'OFFLINE') === 'ONLINE') words.online();
  reader.take('IGNORE');
  if (!reader.take('TABLE')) throw new NotTold('it alters no table');
  const ifExists = reader.take('IF', 'EXISTS');
  const name = told(reader.name(), 'name of the table');
  readHow(reader, words);
  const actions = actionsOf(reader.rest(), words);
  if (ifExists && !findTable(scope.schema, name)) return;
  yield* orRunSql(statement, changesOf(name, actions, scope));
}

function* changesOf(name: string, actions: readonly Action[], scope: MysqlScope): Bodies {
  for (const action of inOrder(actions)) {
    const table = findTable(scope.schema, name);
    if (!table) throw new NotTold(`there is no table ${name}`);
    yield* action.bodies(table, scope);
  }
}

/** ORDER BY and PARTITION BY hold commas of their own and go to the end. */
function actionsOf(tokens: readonly Token[], words: OnlineWords): readonly Action[] {
  const parts = splitList(tokens);
  const actions: Action[] = [];
  const options = new Map<string, string>();
  for (const [at, part] of parts.entries()) {
    const reader = new TokenReader(part);
    const isLast = reader.sees('ORDER', 'BY') || reader.sees('PARTITION', 'BY');
    readPart(isLast ? new TokenReader(parts.slice(at).flat()) : reader, actions, options, words);
    if (isLast) break;
  }
  return options.size === 0 ? actions : [...actions, optionsAction(options)];
}

/** One action, and options behind it, which need no comma. */
function readPart(
  reader: TokenReader,
  actions: Action[],
  options: Map<string, string>,
  words: OnlineWords,
): void {
  const word = reader.takeOne('ADD', 'ALTER', 'CHANGE', 'CONVERT', 'DROP', 'MODIFY', 'RENAME');
  if (word !== null) actions.push(READERS[word](reader));
  while (!reader.done) {
    if (!readHowOfTable(reader, words)) readTableOption(reader, options);
  }
}

type Word = 'ADD' | 'ALTER' | 'CHANGE' | 'CONVERT' | 'DROP' | 'MODIFY' | 'RENAME';

const READERS: { readonly [W in Word]: (reader: TokenReader) => Action } = {
  ADD: readAdd,
  ALTER: readAlter,
  CHANGE: readChange,
  CONVERT: readConvert,
  DROP: readDrop,
  MODIFY: readModify,
  RENAME: readRename,
};
