import { defaultForeignKeyName, foreignKeyColumnFor } from '../../../../dialect/rails/names.ts';
import { railsAtLeast } from '../../../../model/engine.ts';
import { own } from '../../../../model/own.ts';
import type { ForeignKey, ReferentialAction } from '../../../../model/schema.ts';
import { type Call, givenOption, NotUnderstood, namesOf, textOption } from '../../evaluate/call.ts';
import { truth } from '../../evaluate/values.ts';
import type { Session } from '../../session.ts';

const ACTIONS: { readonly [name: string]: ReferentialAction } = {
  cascade: 'cascade',
  nullify: 'setNull',
  restrict: 'restrict',
  no_action: 'noAction',
};

/** A foreign key as `add_foreign_key` and `t.foreign_key` define it. */
export function defineForeignKey(
  table: string,
  parent: string,
  call: Call,
  session: Pick<Session, 'inflections' | 'dialect' | 'dumped' | 'dumpsSql' | 'installed'>,
): ForeignKey {
  const { inflections, dialect, dumped, dumpsSql } = session;
  // Up to Rails 6.1 a dump on PostgreSQL names the parent as regclass prints it: "\"user\"".
  const toTable = /^"(.*)"$/.exec(parent)?.[1] ?? parent;
  const column = givenOption(call, 'column');
  const primaryKey = givenOption(call, 'primary_key');
  const toColumns =
    primaryKey && primaryKey.kind !== 'nil' ? namesOf(primaryKey, call.name) : ['id'];
  const columns =
    column && column.kind !== 'nil'
      ? namesOf(column, call.name)
      : toColumns.map((name) =>
          foreignKeyColumnFor(toTable, primaryKey?.kind === 'array' ? name : 'id', inflections),
        );
  // SQLite does not tell the name of a foreign key, so that Rails' next copy of the table loses it
  // and schema.rb does not show it.
  const isUntold = dialect.engine === 'sqlite' && !dumped && !dumpsSql;
  const named = isUntold ? null : textOption(call, 'name');
  const act = (name: string): ReferentialAction => {
    const given = referentialAction(call, name) ?? 'noAction';
    // On MySQL the two are one, and Active Record's adapter tells of none.
    return given === 'restrict' && dialect.engine === 'mysql' ? 'noAction' : given;
  };
  return {
    name: named ?? defaultForeignKeyName(table, columns),
    columns,
    toTable,
    toColumns,
    onDelete: act('on_delete'),
    onUpdate: act('on_update'),
    deferrable: keepsDeferrable(session) ? deferrableOf(call) : null,
    validated: isValidated(call, session),
  };
}

/** Only PostgreSQL's adapter writes NOT VALID; the others look at every row, whatever `validate:` says. */
export function isValidated(call: Call, { dialect }: Pick<Session, 'dialect'>): boolean {
  const validate = givenOption(call, 'validate');
  if (validate === undefined || !dialect.validatesConstraintsSeparately) return true;
  return truth(validate) !== false;
}

/** PostgreSQL has DEFERRABLE foreign keys, Active Record on SQLite since 7.2, MySQL none. */
function keepsDeferrable({
  dialect: { engine },
  dumped,
  installed,
}: Pick<Session, 'dialect' | 'dumped' | 'installed'>): boolean {
  if (dumped || engine === 'postgresql') return true;
  return engine === 'sqlite' && railsAtLeast(installed, 7, 2);
}

/** The option `on_delete` or `on_update`; null when it is not given. */
export function referentialAction(call: Call, name: string): ReferentialAction | null {
  const text = textOption(call, name);
  if (text === null) return null;
  const known = own(ACTIONS, text);
  if (known) return known;
  throw new NotUnderstood(`${name}: ${text} is no action that Rails knows`);
}

/** `deferrable: true` is `:immediate`, as Rails up to 7.0 spelt it. */
export function deferrableOf(call: Call): ForeignKey['deferrable'] {
  const given = givenOption(call, 'deferrable');
  if (given === undefined || truth(given) === false) return null;
  return given.kind === 'symbol' && given.text === 'deferred' ? 'deferred' : 'immediate';
}
