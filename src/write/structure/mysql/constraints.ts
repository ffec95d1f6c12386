import { quoteIdentifier, quoteTable } from '../../../dialect/mysql/quoting.ts';
import { REFERENTIAL_ACTIONS } from '../../../dialect/referential-actions.ts';
import type { CheckConstraint, ForeignKey, ReferentialAction } from '../../../model/schema.ts';
import { isCall } from './expressions.ts';
import type { MysqlDumpForm } from './form.ts';

/** `` CONSTRAINT `name` FOREIGN KEY (`a`) REFERENCES `t` (`id`) ON DELETE CASCADE `` */
export function foreignKeyLine(foreignKey: ForeignKey, form: MysqlDumpForm): string {
  const { name, columns, toTable, toColumns, onDelete, onUpdate } = foreignKey;
  const list = (names: readonly string[]): string => names.map(quoteIdentifier).join(', ');
  return (
    `CONSTRAINT ${quoteIdentifier(name)} FOREIGN KEY (${list(columns)}) ` +
    `REFERENCES ${quoteTable(toTable)} (${list(toColumns)})` +
    action('DELETE', onDelete, form) +
    action('UPDATE', onUpdate, form)
  );
}

/** MySQL 8 prints what is not NO ACTION; InnoDB's own printing leaves RESTRICT out. */
function action(event: string, value: ReferentialAction, form: MysqlDumpForm): string {
  if (value === 'noAction' || (value === 'restrict' && !form.isMysql8)) return '';
  return ` ON ${event} ${REFERENTIAL_ACTIONS[value]}`;
}

/** `` CONSTRAINT `name` CHECK ((`a` > 0)) ``; MariaDB prints one pair of parentheses. */
export function checkLine(
  { name, expression, enforced }: CheckConstraint,
  form: MysqlDumpForm,
): string {
  // MySQL puts parentheses of its own around operators, and none around a call.
  const inner = form.server === 'mariadb' || isCall(expression) ? expression : `(${expression})`;
  return `CONSTRAINT ${quoteIdentifier(name)} CHECK (${inner})${enforced === false ? ' /*!80016 NOT ENFORCED */' : ''}`;
}

/** Names as InnoDB compares them: bytes in their order. */
export function byName<T extends { readonly name: string }>(items: readonly T[]): readonly T[] {
  return items.toSorted((left, right) => (left.name < right.name ? -1 : 1));
}
