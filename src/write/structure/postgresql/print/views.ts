import type { View } from '../../../../model/schema.ts';
import { qualified } from '../names.ts';
import { splitList } from './arguments.ts';
import { expressionSql, type PrintContext } from './context.ts';

/** CREATE VIEW, whose query begins behind a blank as pg_get_viewdef() prints it. */
export function createView(view: View, context: PrintContext): string {
  const { options, check } = optionsOf(view);
  if (!view.materialized) {
    const head = `CREATE VIEW ${qualified(view.name)}${options === '' ? '' : ` WITH (${options})`}`;
    return `${head} AS\n${queryOf(view, context)}${check};`;
  }
  const head = `CREATE MATERIALIZED VIEW ${qualified(view.name)}`;
  const settings = options === '' ? '' : `\nWITH (${options})`;
  return `${head}${settings} AS\n${queryOf(view, context)}\n  WITH NO DATA;`;
}

/** What takes the place of a view that had to be made before what its query needs. */
export function replaceView(view: View, context: PrintContext): string {
  const { options, check } = optionsOf(view);
  const settings = options === '' ? '' : ` WITH (${options})`;
  const head = `CREATE OR REPLACE VIEW ${qualified(view.name)}${settings}`;
  return `${head} AS\n${queryOf(view, context)}${check};`;
}

/** WITH CHECK OPTION is an option in the catalog, and a clause behind the query in a dump. */
function optionsOf({ options = '' }: View): { readonly options: string; readonly check: string } {
  const list = splitList(options);
  const check = list.map((option) => /^check_option='?(\w+)'?$/i.exec(option)?.[1]).find(Boolean);
  return {
    options: list.filter((option) => !/^check_option\b/i.test(option)).join(', '),
    check: check === undefined ? '' : `\n  WITH ${check.toUpperCase()} CHECK OPTION`,
  };
}

function queryOf({ definition }: View, context: PrintContext): string {
  return ` ${expressionSql(definition.trim().replace(/;$/, ''), context)}`;
}
