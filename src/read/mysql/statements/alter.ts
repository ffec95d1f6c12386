import { NotTold, told } from '../not-told.ts';
import type { MysqlScope } from '../scope.ts';
import { alterTable } from './alter-table/index.ts';
import type { Bodies, MysqlStatement, Told } from './statement.ts';
import { createView } from './views.ts';

/** What ALTER changes: a table, a view or a sequence. */
export function alter(statement: MysqlStatement, scope: MysqlScope): Bodies {
  const reader = statement.read();
  reader.take('ALTER');
  const words = ['TABLE', 'ONLINE', 'OFFLINE', 'IGNORE'];
  if (words.some((word) => reader.sees(word))) return alterTable(statement, scope);
  if (reader.take('SEQUENCE')) throw new NotTold('it alters a sequence');
  const text = statement.text;
  if (/^ALTER\s[^(]*?\bVIEW\b/i.test(text)) return [alterView(statement, scope)];
  throw new NotTold('migdocs does not know what it alters');
}

/** ALTER VIEW states the whole view anew. */
function alterView(statement: MysqlStatement, scope: MysqlScope): Told {
  const body = createView(statement, false, scope);
  if (body.kind !== 'createView') return body;
  const known = scope.schema.views.find(({ name }) => name === body.view.name);
  told(known, `view ${body.view.name}`);
  return { ...body, replace: true };
}
