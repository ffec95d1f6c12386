import type { View } from '../../../../model/schema.ts';
import { qualified } from '../names.ts';
import { expressionSql, type PrintContext } from './context.ts';

/** CREATE VIEW, whose query begins behind a blank as pg_get_viewdef() prints it. */
export function createView(view: View, context: PrintContext): string {
  const query = queryOf(view, context);
  if (view.materialized) {
    return `CREATE MATERIALIZED VIEW ${qualified(view.name)} AS\n${query}\n  WITH NO DATA;`;
  }
  return `CREATE VIEW ${qualified(view.name)} AS\n${query};`;
}

/** What takes the place of a view that had to be made before what its query needs. */
export function replaceView(view: View, context: PrintContext): string {
  return `CREATE OR REPLACE VIEW ${qualified(view.name)} AS\n${queryOf(view, context)};`;
}

function queryOf({ definition }: View, context: PrintContext): string {
  const query = definition.trim().replace(/;$/, '');
  const text = expressionSql(query, context);
  return /^\(|^with\b|^values\b/i.test(text) ? ` ${text}` : ` ${text}`;
}
