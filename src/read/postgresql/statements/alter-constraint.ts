import { nodeOf } from '../nodes.ts';
import type { TableAction } from './alter-table.ts';
import { type Bodies, NotTold } from './reading.ts';

/** ALTER CONSTRAINT of a foreign key: the key as it is then, under its name. */
export function alterConstraint({ command, table }: TableAction): Bodies {
  const change = nodeOf(command.def, 'ATAlterConstraint');
  const name = change?.conname ?? '';
  const before = table.foreignKeys.find((key) => key.name === name);
  if (!change || !before) throw new NotTold(`${table.name} has no foreign key "${name}"`);
  const { enforced: _enforced, ...rest } = before;
  const isEnforced = change.alterEnforceability
    ? (change.is_enforced ?? false)
    : before.enforced !== false;
  const initially = change.initdeferred ? 'deferred' : 'immediate';
  const deferrable = change.deferrable ? initially : null;
  const foreignKey = {
    ...rest,
    deferrable: change.alterDeferrability ? deferrable : before.deferrable,
    ...(isEnforced ? {} : { enforced: false as const }),
  };
  const on = { table: table.name };
  return [
    { kind: 'dropForeignKey', ...on, foreignKey: name, ifExists: false },
    { kind: 'addForeignKey', ...on, foreignKey, ifNotExists: false },
  ];
}
