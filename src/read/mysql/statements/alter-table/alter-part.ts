import { findColumn } from '../../../../model/schema.ts';
import { NotTold, told } from '../../not-told.ts';
import { readDefault } from '../../stated/default.ts';
import { modelDefault } from '../../tables/column.ts';
import type { TokenReader } from '../../tokens/token-reader.ts';
import type { Action } from './action.ts';
import { knownColumn } from './columns.ts';

/** What follows ALTER inside of ALTER TABLE: an index, a check or a column. */
export function readAlter(reader: TokenReader): Action {
  if (reader.take('INDEX') || reader.take('KEY')) return alterIndex(reader);
  if (reader.take('CHECK') || reader.take('CONSTRAINT')) return alterCheck(reader);
  reader.take('COLUMN');
  const name = told(reader.identifier(), 'name of the column');
  if (reader.take('DROP', 'DEFAULT')) return setDefault(name, null);
  if (!reader.take('SET'))
    throw new NotTold('it alters a column in a way that migdocs does not know');
  if (reader.take('DEFAULT')) return setDefault(name, readDefault(reader));
  return setVisible(name, told(reader.takeOne('VISIBLE', 'INVISIBLE'), 'property') === 'VISIBLE');
}

function alterIndex(reader: TokenReader): Action {
  reader.take('IF', 'EXISTS');
  const index = told(reader.identifier(), 'name of the index');
  const enabled = reader.take('VISIBLE') || reader.take('NOT', 'IGNORED');
  if (!enabled && !reader.take('INVISIBLE') && !reader.take('IGNORED')) {
    throw new NotTold('it alters an index in a way that migdocs does not know');
  }
  return {
    phase: 'change',
    bodies: ({ name: table }) => [{ kind: 'setIndexEnabled', table, index, enabled }],
  };
}

function alterCheck(reader: TokenReader): Action {
  const name = told(reader.identifier(), 'name of the check');
  const enforced = !reader.take('NOT');
  if (!reader.take('ENFORCED'))
    throw new NotTold('it alters a constraint in a way that migdocs does not know');
  return {
    phase: 'change',
    bodies(table) {
      const check = table.checkConstraints.find((other) => other.name === name);
      if (!check) throw new NotTold(`${table.name} has no check ${name}`);
      const { enforced: _, ...plain } = check;
      const checkConstraint = enforced ? plain : { ...plain, enforced };
      return [
        { kind: 'dropCheckConstraint', table: table.name, checkConstraint: name, ifExists: false },
        { kind: 'addCheckConstraint', table: table.name, checkConstraint, ifNotExists: false },
      ];
    },
  };
}

function setDefault(name: string, value: ReturnType<typeof readDefault>): Action {
  return {
    phase: 'change',
    bodies(table) {
      const column = findColumn(table, knownColumn(table, name));
      if (!column) return [];
      const stated = value && modelDefault(value, column.type);
      const update =
        column.default?.kind === 'expression' && / ON UPDATE (.+)$/i.exec(column.default.sql);
      if (update) {
        // The default goes, what happens on an update stays.
        const changed = { ...column, default: stated, onUpdate: update[1] ?? '' };
        return [
          { kind: 'setColumn', table: table.name, column: changed, using: null, position: null },
        ];
      }
      return [
        { kind: 'setColumnDefault', table: table.name, column: column.name, default: stated },
      ];
    },
  };
}

function setVisible(name: string, visible: boolean): Action {
  return {
    phase: 'change',
    bodies(table) {
      const column = findColumn(table, knownColumn(table, name));
      if (!column) return [];
      const { attributes, ...plain } = column;
      const others = attributes?.split(' ').filter((word) => word !== 'INVISIBLE') ?? [];
      const kept = [...(visible ? [] : ['INVISIBLE']), ...others].join(' ');
      const changed = kept === '' ? plain : { ...plain, attributes: kept };
      return [
        { kind: 'setColumn', table: table.name, column: changed, using: null, position: null },
      ];
    },
  };
}
