import type { SqlSchemaFile } from '../../../model/schema-file.ts';
import type { MysqlDumpForm } from './form.ts';

/** What a dump tool and its options put around the statements. */
export interface DumpLayout {
  /** Comments above each object: Rails passes `--skip-comments` since 5.1. */
  readonly comments: boolean;
  /** `DROP … IF EXISTS` in front, which `--skip-add-drop-table` leaves out. */
  readonly drops: boolean;
  /** Settings before and after each object, which `--skip-set-charset` and `--compact` leave out. */
  readonly settings: boolean;
  /** `/*!50503 SET character_set_client = utf8mb4 *\/`: mysqldump since 8.0, with utf8 since 5.7.22. */
  readonly tableCharset: string;
  /** The same before a placeholder. */
  readonly placeholderCharset: string;
  /**
   * `ones`: a view that selects 1 for each column (MySQL since 5.6), `nulls`: NULL (the later ones of
   * MariaDB). `table`: a table instead, which the section at the end drops (MySQL 5.5, MariaDB).
   */
  readonly placeholder: 'ones' | 'nulls' | 'table';
  /** `SELECT ` with the blank that mysqldump writes at the line's end, unless the project takes it off. */
  readonly select: 'SELECT ' | 'SELECT';
  /** Views name who made them, unless the project takes that out of its dumps. */
  readonly showsDefiner: boolean;
  /** Who makes views and programs when their migration does not say. */
  readonly definer: string;
  /** The character set and collation of the connection in which views and programs are made. */
  readonly client: { readonly charset: string; readonly collation: string };
  /** The SQL mode in which programs are made. */
  readonly sqlMode: string;
}

/** MySQL 8's own mode, to which Active Record adds STRICT_ALL_TABLES (`configure_connection`). */
const MODE_OF_MYSQL8 =
  'ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,' +
  'ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
const MODE_OF_MYSQL5 = MODE_OF_MYSQL8.replace(
  'NO_ENGINE_SUBSTITUTION',
  'NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION',
);
const MODE_OF_MARIADB =
  'STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,' +
  'NO_ENGINE_SUBSTITUTION';

/** The layout of the file, told by its first objects; where it has none, that of its dump tool. */
export function layoutOf({ text, statements }: SqlSchemaFile, form: MysqlDumpForm): DumpLayout {
  const charset = form.isMysql8 ? '/*!50503 SET character_set_client = utf8mb4 */' : OLD_CHARSET;
  const tableCharset = first(text, /^(\/\*!\d+ SET character_set_client = \w+ \*\/);$/m) ?? charset;
  const isEmpty = statements.every(({ kind }) => kind !== 'schema');
  return {
    comments: /^-- (?:Table|Temporary|Host|MySQL dump|MariaDB dump)\b/m.test(text),
    drops: isEmpty || /^DROP TABLE IF EXISTS /m.test(text),
    settings: isEmpty || /SET @saved_cs_client/.test(text),
    tableCharset,
    placeholderCharset: tableCharset.startsWith('/*!50503')
      ? tableCharset
      : tableCharset.replace(/^\/\*!\d+ (.*) \*\/$/, '$1'),
    placeholder: placeholderIn(text, form),
    select: / AS SELECT\n 1 AS `/.test(text) ? 'SELECT' : 'SELECT ',
    showsDefiner: !/^\/\*!50001 CREATE ALGORITHM/m.test(text) || /^\/\*!50013 DEFINER=/m.test(text),
    definer: first(text, /DEFINER=(\S+@(?:`[^`]*`|[^\s*]+))/) ?? '`root`@`localhost`',
    client: clientOf(text, form),
    sqlMode: first(text, /SET sql_mode +=\s*'([^']*)'/) ?? modeOf(form),
  };
}

const OLD_CHARSET = '/*!40101 SET character_set_client = utf8 */';

function placeholderIn(text: string, { server }: MysqlDumpForm): DumpLayout['placeholder'] {
  if (/^ NULL AS `/m.test(text) || isNewMariadb(text)) return 'nulls';
  if (/^ 1 AS `/m.test(text)) return 'ones';
  const isTable = server === 'mariadb' || /^\/\*!50001 CREATE TABLE /m.test(text);
  return isTable ? 'table' : 'ones';
}

function isNewMariadb(text: string): boolean {
  return /^\/\*M?!999999\\- /.test(text);
}

/**
 * The connection of Rails has the encoding of `config/database.yml`, which goes to the dump tool too;
 * without one the tool takes its own, which was utf8 until MySQL 8.
 */
function clientOf(text: string, form: MysqlDumpForm): DumpLayout['client'] {
  const ofTool = first(text, /\bSET NAMES (\w+)/);
  const shown = first(text, /SET character_set_results +=\s*(\w+)/);
  const charset = ofTool === 'utf8mb4' ? ofTool : (shown ?? ofTool ?? 'utf8mb4');
  const own = form.isMysql8 ? 'utf8mb4_0900_ai_ci' : `${charset}_general_ci`;
  const collation =
    first(text, new RegExp(`SET collation_connection +=\\s*(${charset}_\\w+)`)) ??
    first(text, new RegExp(` COLLATE=(${charset}_\\w+)`)) ??
    own;
  return { charset, collation };
}

function modeOf({ server, isMysql8 }: MysqlDumpForm): string {
  if (server === 'mariadb') return MODE_OF_MARIADB;
  return isMysql8 ? MODE_OF_MYSQL8 : MODE_OF_MYSQL5;
}

function first(text: string, pattern: RegExp): string | null {
  return pattern.exec(text)?.[1] ?? null;
}
