import type { Schema } from '../../../../model/schema.ts';
import { Draw } from '../../draw.ts';
import { NAMESPACE } from '../names.ts';
import { ALTER_COLUMNS } from './alter-columns.ts';
import { CONSTRAINTS } from './constraints.ts';
import { CREATE_TABLE } from './create-table.ts';
import type { StatementForm } from './form.ts';
import { INDEXES } from './indexes.ts';
import { OTHERS } from './others.ts';
import { PROGRAMS } from './programs.ts';
import { TABLES } from './tables.ts';
import { TYPES } from './types.ts';
import { VIEWS } from './views.ts';

const FORMS: readonly StatementForm[] = [
  ...CREATE_TABLE,
  ...ALTER_COLUMNS,
  ...CONSTRAINTS,
  ...INDEXES,
  ...TABLES,
  ...VIEWS,
  ...TYPES,
  ...PROGRAMS,
  ...OTHERS,
];

const TOTAL = FORMS.reduce((sum, { weight }) => sum + weight, 0);

/** The statement that the numbers choose over the schema; null when nothing there fits it. */
function statementOf(numbers: readonly number[], schema: Schema): string | null {
  const draw = new Draw(numbers);
  let place = draw.below(TOTAL);
  for (const form of FORMS) {
    if (place < form.weight) return form.write(draw, schema);
    place -= form.weight;
  }
  return null;
}

/** Gives the statements that a case's numbers choose, one list a statement, each over the schema as it stands. */
export function statementsOf(numbers: readonly (readonly number[])[]) {
  const rest = [[], ...numbers];
  return (schema: Schema): string | null | undefined => {
    const list = rest.shift();
    if (list === undefined) return undefined;
    return list.length === 0 ? `CREATE SCHEMA ${NAMESPACE}` : statementOf(list, schema);
  };
}
