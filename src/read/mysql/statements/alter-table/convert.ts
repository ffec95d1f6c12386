import { NotTold, told } from '../../not-told.ts';
import { convertedBodies } from '../../tables/convert.ts';
import type { TokenReader } from '../../tokens/token-reader.ts';
import type { Action } from './action.ts';

/** What follows CONVERT: `TO CHARACTER SET name [COLLATE name]`. */
export function readConvert(reader: TokenReader): Action {
  const isCharset =
    reader.take('TO') && (reader.take('CHARACTER', 'SET') || reader.take('CHARSET'));
  if (!isCharset) throw new NotTold('it converts a table to no character set');
  const charset = told(reader.identifier() ?? reader.string(), 'character set').toLowerCase();
  const collation = reader.take('COLLATE')
    ? told(reader.identifier() ?? reader.string(), 'collation').toLowerCase()
    : null;
  return {
    phase: 'change',
    bodies: (table, scope) =>
      [...convertedBodies(table, { charset, collation }, scope)].map((body) =>
        body.kind === 'setTableOptions' ? { ...body, converts: true } : body,
      ),
  };
}
