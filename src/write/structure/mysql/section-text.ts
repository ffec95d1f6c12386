import { quoteIdentifier } from '../../../dialect/mysql/quoting.ts';
import type { View } from '../../../model/schema.ts';
import type { DumpLayout } from './layout.ts';

/** A table's section: `DROP TABLE IF EXISTS`, the settings, and CREATE TABLE. */
export function tableSection(name: string, createTable: string, layout: DumpLayout): string {
  const quoted = quoteIdentifier(name);
  return lines(
    comment(`Table structure for table ${quoted}`, layout),
    layout.drops && `DROP TABLE IF EXISTS ${quoted};`,
    layout.settings && '/*!40101 SET @saved_cs_client     = @@character_set_client */;',
    layout.settings && `${layout.tableCharset};`,
    `${createTable};`,
    layout.settings && '/*!40101 SET character_set_client = @saved_cs_client */;',
  );
}

/** The view of constants that stands in for a view until all tables are there. */
export function placeholderSection(
  name: string,
  columns: readonly string[],
  layout: DumpLayout,
): string {
  const quoted = quoteIdentifier(name);
  const what = layout.placeholder === 'ones' ? 'view' : 'table';
  return lines(
    comment(`Temporary ${what} structure for view ${quoted}`, layout),
    layout.drops && `DROP TABLE IF EXISTS ${quoted};`,
    layout.drops && `/*!50001 DROP VIEW IF EXISTS ${quoted}*/;`,
    'SET @saved_cs_client     = @@character_set_client;',
    `${layout.placeholderCharset};`,
    `/*!50001 CREATE ${PLACEHOLDERS[layout.placeholder](quoted, columns.map(quoteIdentifier), layout)};`,
    'SET character_set_client = @saved_cs_client;',
  );
}

/** The blank behind the last SELECT is MySQL's; MariaDB has moved it before the end of the comment. */
const PLACEHOLDERS: {
  readonly [P in DumpLayout['placeholder']]: (
    name: string,
    columns: readonly string[],
    layout: DumpLayout,
  ) => string;
} = {
  ones: (name, columns, { select }) =>
    `VIEW ${name} AS ${select}\n${columns.map((column) => ` 1 AS ${column}`).join(',\n')}*/`,
  nulls: (name, columns) =>
    `VIEW ${name} AS SELECT\n${columns.map((column) => ` NULL AS ${column}`).join(',\n')} */`,
  table: (name, columns) =>
    `TABLE ${name} (\n${columns.map((column) => `  ${column} tinyint NOT NULL`).join(',\n')}\n) ENGINE=MyISAM */`,
};

/** The section at the end that makes the view itself. */
export function viewSection({ name, definition, options }: View, layout: DumpLayout): string {
  const quoted = quoteIdentifier(name);
  const said = (pattern: RegExp): string | undefined => pattern.exec(options ?? '')?.[1];
  const algorithm = said(/ALGORITHM ?= ?(\w+)/i) ?? 'UNDEFINED';
  const definer = said(/DEFINER ?= ?(\S+)/i) ?? layout.definer;
  const security = said(/SQL SECURITY (\w+)/i) ?? 'DEFINER';
  const { charset, collation } = layout.client;
  return lines(
    comment(`Final view structure for view ${quoted}`, layout),
    layout.placeholder === 'table' && `/*!50001 DROP TABLE IF EXISTS ${quoted}*/;`,
    layout.drops && `/*!50001 DROP VIEW IF EXISTS ${quoted}*/;`,
    '/*!50001 SET @saved_cs_client          = @@character_set_client */;',
    '/*!50001 SET @saved_cs_results         = @@character_set_results */;',
    '/*!50001 SET @saved_col_connection     = @@collation_connection */;',
    `/*!50001 SET character_set_client      = ${charset} */;`,
    `/*!50001 SET character_set_results     = ${charset} */;`,
    `/*!50001 SET collation_connection      = ${collation} */;`,
    `/*!50001 CREATE ALGORITHM=${algorithm} */`,
    layout.showsDefiner && `/*!50013 DEFINER=${definer} SQL SECURITY ${security} */`,
    `/*!50001 VIEW ${quoted} AS ${definition} */;`,
    '/*!50001 SET character_set_client      = @saved_cs_client */;',
    '/*!50001 SET character_set_results     = @saved_cs_results */;',
    '/*!50001 SET collation_connection      = @saved_col_connection */;',
  );
}

/** A section with the settings of the connection in which its object is made anew. */
export function withClient(section: string, { client }: DumpLayout): string {
  return section
    .replace(/(SET character_set_(?:client|results) +=\s*)(?!@)\w+/g, `$1${client.charset}`)
    .replace(/(SET collation_connection +=\s*)(?!@)\w+/g, `$1${client.collation}`);
}

/** A trigger's section, which stands behind its table. */
export function triggerSection(definition: string, layout: DumpLayout): string {
  return lines(
    ...clientSettings(layout),
    ...modeSettings(layout),
    'DELIMITER ;;',
    `${inComments(withDefiner(definition, layout), '50017')};;`,
    'DELIMITER ;',
    ...restored(),
  );
}

/** A function's or procedure's section. */
export function routineSection(
  {
    kind,
    name,
    definition,
  }: {
    readonly kind: 'function' | 'procedure';
    readonly name: string;
    readonly definition: string;
  },
  layout: DumpLayout,
): string {
  const drop = `/*!50003 DROP ${kind.toUpperCase()} IF EXISTS ${quoteIdentifier(name)} */;`;
  return lines(
    layout.drops && drop,
    ...clientSettings(layout),
    ...modeSettings(layout),
    'DELIMITER ;;',
    `${withDefiner(definition, layout)} ;;`,
    'DELIMITER ;',
    ...restored(),
  );
}

function clientSettings({ client }: DumpLayout): readonly string[] {
  return [
    '/*!50003 SET @saved_cs_client      = @@character_set_client */ ;',
    '/*!50003 SET @saved_cs_results     = @@character_set_results */ ;',
    '/*!50003 SET @saved_col_connection = @@collation_connection */ ;',
    `/*!50003 SET character_set_client  = ${client.charset} */ ;`,
    `/*!50003 SET character_set_results = ${client.charset} */ ;`,
    `/*!50003 SET collation_connection  = ${client.collation} */ ;`,
  ];
}

function modeSettings({ sqlMode }: DumpLayout): readonly string[] {
  return [
    '/*!50003 SET @saved_sql_mode       = @@sql_mode */ ;',
    `/*!50003 SET sql_mode              = '${sqlMode}' */ ;`,
  ];
}

function restored(): readonly string[] {
  return [
    '/*!50003 SET sql_mode              = @saved_sql_mode */ ;',
    '/*!50003 SET character_set_client  = @saved_cs_client */ ;',
    '/*!50003 SET character_set_results = @saved_cs_results */ ;',
    '/*!50003 SET collation_connection  = @saved_col_connection */ ;',
  ];
}

/** The server keeps who made a program: the user who is connected, when the statement names none. */
export function withDefiner(definition: string, { definer }: DumpLayout): string {
  if (/^\s*CREATE\s+(?:OR\s+REPLACE\s+)?DEFINER\b/i.test(definition)) return definition;
  return definition.replace(/^\s*CREATE\s+(?:OR\s+REPLACE\s+)?/i, `CREATE DEFINER=${definer} `);
}

/** `CREATE DEFINER=… TRIGGER …` in the conditional comments of mysqldump (`cover_definer_clause`). */
export function inComments(definition: string, ofDefiner: string): string {
  const covered = definition.replace(
    /^CREATE (DEFINER=(?:`[^`]*`|\w+)(?:@(?:`[^`]*`|[\w.%]+))?) /i,
    (_, definer: string) => `CREATE*/ /*!${ofDefiner} ${definer}*/ /*!50003 `,
  );
  return `/*!50003 ${covered} */`;
}

function comment(text: string, { comments }: DumpLayout): string | false {
  return comments && `\n--\n-- ${text}\n--\n`;
}

function lines(...parts: readonly (string | false)[]): string {
  return parts
    .filter((part) => part !== false)
    .map((part) => `${part}\n`)
    .join('');
}
