import type { Engine } from '../src/model/engine.ts';

const COLUMNS_PER_TABLE = 25;

/**
 * A structure.sql of so many tables, as the engine's own tool dumps it: the same text for the same
 * number. On PostgreSQL 850 tables are 2.6 MB.
 */
export function largeDump(engine: Engine, tables: number): string {
  const names = Array.from(
    { length: tables },
    (_, number) => `entity_${String(number).padStart(4, '0')}s`,
  );
  return DUMPS[engine](names);
}

const DUMPS: { readonly [E in Engine]: (names: readonly string[]) => string } = {
  postgresql: postgresqlDump,
  mysql: mysqlDump,
  sqlite: sqliteDump,
};

const VERSIONS = 400;

/** The list of versions as Rails writes it, newest first. */
function versions(quote: string): string {
  const list = Array.from(
    { length: VERSIONS },
    (_, number) => `('${20_260_101_000_000 + VERSIONS - number}')`,
  );
  return `INSERT INTO ${quote}schema_migrations${quote} (version) VALUES\n${list.join(',\n')};\n`;
}

/** The table that another refers to. */
function parentOf(names: readonly string[], number: number): string {
  return names[Math.floor(number / 3)] ?? '';
}

const POSTGRESQL_TYPES = [
  ...['character varying', 'text', 'integer DEFAULT 0 NOT NULL', 'boolean DEFAULT false NOT NULL'],
  ...["jsonb DEFAULT '{}'::jsonb", 'bigint', 'timestamp(6) without time zone', 'numeric(10,2)'],
  ...["character varying DEFAULT 'open'::character varying NOT NULL", 'mood', 'text[]'],
] as const;

function columns(types: readonly string[], number: number, quote: string): readonly string[] {
  return Array.from({ length: COLUMNS_PER_TABLE }, (_, position) => {
    const name = `${quote}column_${String(position).padStart(2, '0')}${quote}`;
    return `${name} ${types[(position + number) % types.length]}`;
  });
}

function head(name: string, type: string): string {
  return `--\n-- Name: ${name}; Type: ${type}; Schema: public; Owner: -\n--\n\n`;
}

function postgresqlDump(names: readonly string[]): string {
  return [
    POSTGRESQL_HEAD,
    ...names.map(postgresqlTable),
    ...names.filter((_, number) => number % 10 === 0).map(postgresqlView),
    ...names.map(postgresqlDefault),
    ...names.map(postgresqlKey),
    ...names.map(postgresqlIndexes),
    ...names.filter((_, number) => number % 7 === 0).map(postgresqlTrigger),
    ...names.map((name, number) => postgresqlForeignKey(name, parentOf(names, number))),
    `--\n-- PostgreSQL database dump complete\n--\n\nSET search_path TO "$user", public;\n\n`,
    versions('"'),
    '\n',
  ].join('');
}

const POSTGRESQL_HEAD = `SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: mood; Type: TYPE; Schema: public; Owner: -
--

CREATE TYPE public.mood AS ENUM (
    'sad',
    'ok'
);


--
-- Name: touch(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.touch() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  NEW.updated_at = now();
  RETURN NEW;
END;
$$;


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: schema_migrations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.schema_migrations (
    version character varying NOT NULL
);


`;

function postgresqlTable(name: string, number: number): string {
  const list = [
    'id bigint NOT NULL',
    'parent_id bigint',
    ...columns(POSTGRESQL_TYPES, number, ''),
    'created_at timestamp(6) without time zone NOT NULL',
    'updated_at timestamp(6) without time zone NOT NULL',
    ...(number % 4 === 0
      ? [`CONSTRAINT ${name}_check CHECK (((id > 0) AND (parent_id IS NOT NULL)))`]
      : []),
  ];
  const comment =
    number % 5 === 0
      ? `${head(`TABLE ${name}`, 'COMMENT')}COMMENT ON TABLE public.${name} IS 'What entity ${number} is about';\n\n\n`
      : '';
  const sequence = `${name}_id_seq`;
  return `${head(name, 'TABLE')}CREATE TABLE public.${name} (\n    ${list.join(',\n    ')}\n);\n\n\n${comment}${head(sequence, 'SEQUENCE')}CREATE SEQUENCE public.${sequence}
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;\n\n\n${head(sequence, 'SEQUENCE OWNED BY')}ALTER SEQUENCE public.${sequence} OWNED BY public.${name}.id;\n\n\n`;
}

function postgresqlView(name: string): string {
  return `${head(`${name}_view`, 'VIEW')}CREATE VIEW public.${name}_view AS
 SELECT t.id,
    count(*) AS total
   FROM public.${name} t
  WHERE (t.parent_id IS NOT NULL)
  GROUP BY t.id;\n\n\n`;
}

function postgresqlDefault(name: string): string {
  return `${head(`${name} id`, 'DEFAULT')}ALTER TABLE ONLY public.${name} ALTER COLUMN id SET DEFAULT nextval('public.${name}_id_seq'::regclass);\n\n\n`;
}

function postgresqlKey(name: string): string {
  return `${head(`${name} ${name}_pkey`, 'CONSTRAINT')}ALTER TABLE ONLY public.${name}\n    ADD CONSTRAINT ${name}_pkey PRIMARY KEY (id);\n\n\n`;
}

function postgresqlIndexes(name: string): string {
  const indexes = [
    ['parent_id', '(parent_id)'],
    ['column_02', '(column_02) WHERE (parent_id IS NOT NULL)'],
    ['column_03', '(column_03 DESC, column_05)'],
    ['created_at', '(created_at) INCLUDE (column_07)'],
  ];
  return indexes
    .map(([suffix, parts]) => {
      const index = `index_${name}_on_${suffix}`;
      return `${head(index, 'INDEX')}CREATE INDEX ${index} ON public.${name} USING btree ${parts};\n\n\n`;
    })
    .join('');
}

function postgresqlTrigger(name: string): string {
  return `${head(`${name} touch`, 'TRIGGER')}CREATE TRIGGER touch BEFORE UPDATE ON public.${name} FOR EACH ROW EXECUTE FUNCTION public.touch();\n\n\n`;
}

function postgresqlForeignKey(name: string, parent: string): string {
  return `${head(`${name} fk_${name}`, 'FK CONSTRAINT')}ALTER TABLE ONLY public.${name}\n    ADD CONSTRAINT fk_${name} FOREIGN KEY (parent_id) REFERENCES public.${parent}(id);\n\n\n`;
}

const MYSQL_TYPES = [
  ...['varchar(255) DEFAULT NULL', 'text', "int NOT NULL DEFAULT '0'"],
  ...["tinyint(1) NOT NULL DEFAULT '0'", 'json DEFAULT NULL', 'bigint DEFAULT NULL'],
  ...['datetime(6) DEFAULT NULL', 'decimal(10,2) DEFAULT NULL', "enum('sad','ok') DEFAULT 'ok'"],
] as const;

function mysqlDump(names: readonly string[]): string {
  const tables = names.map((name, number) => mysqlTable(name, number, parentOf(names, number)));
  return `${MYSQL_HEAD}${tables.join('')}${MYSQL_END}${versions('`')}\n`;
}

const MYSQL_HEAD = `
/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
/*!50503 SET NAMES utf8mb4 */;
/*!40014 SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0 */;
`;

const MYSQL_END = `/*!40014 SET FOREIGN_KEY_CHECKS=@OLD_FOREIGN_KEY_CHECKS */;
/*!40101 SET CHARACTER_SET_CLIENT=@OLD_CHARACTER_SET_CLIENT */;

`;

function mysqlTable(name: string, number: number, parent: string): string {
  const list = [
    '`id` bigint NOT NULL AUTO_INCREMENT',
    '`parent_id` bigint DEFAULT NULL',
    ...columns(MYSQL_TYPES, number, '`'),
    '`created_at` datetime(6) NOT NULL',
    '`updated_at` datetime(6) NOT NULL',
    'PRIMARY KEY (`id`)',
    `KEY \`index_${name}_on_parent_id\` (\`parent_id\`)`,
    `UNIQUE KEY \`index_${name}_on_created_at\` (\`created_at\`,\`updated_at\`)`,
    `CONSTRAINT \`fk_${name}\` FOREIGN KEY (\`parent_id\`) REFERENCES \`${parent}\` (\`id\`)`,
    ...(number % 4 === 0 ? [`CONSTRAINT \`${name}_check\` CHECK ((\`id\` > 0))`] : []),
  ];
  return `DROP TABLE IF EXISTS \`${name}\`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE \`${name}\` (\n  ${list.join(',\n  ')}\n) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;
/*!40101 SET character_set_client = @saved_cs_client */;\n`;
}

const SQLITE_TYPES = [
  ...['varchar', 'text', 'integer DEFAULT 0 NOT NULL', 'boolean DEFAULT 0 NOT NULL', 'json'],
  ...['bigint', 'datetime(6)', 'decimal(10,2)', "varchar DEFAULT 'open' NOT NULL"],
] as const;

function sqliteDump(names: readonly string[]): string {
  const tables = names.map((name, number) => sqliteTable(name, number, parentOf(names, number)));
  return `CREATE TABLE IF NOT EXISTS "schema_migrations" ("version" varchar NOT NULL PRIMARY KEY);\n${tables.join('')}${versions('"')}\n`;
}

function sqliteTable(name: string, number: number, parent: string): string {
  const list = [
    '"id" integer PRIMARY KEY AUTOINCREMENT NOT NULL',
    '"parent_id" integer',
    ...columns(SQLITE_TYPES, number, '"'),
    '"created_at" datetime(6) NOT NULL',
    '"updated_at" datetime(6) NOT NULL',
    `CONSTRAINT "fk_${name}" FOREIGN KEY ("parent_id") REFERENCES "${parent}" ("id")`,
    ...(number % 4 === 0 ? [`CONSTRAINT "${name}_check" CHECK (id > 0)`] : []),
  ];
  return `CREATE TABLE IF NOT EXISTS "${name}" (${list.join(', ')});
CREATE INDEX "index_${name}_on_parent_id" ON "${name}" ("parent_id");
CREATE UNIQUE INDEX "index_${name}_on_created_at" ON "${name}" ("created_at", "updated_at");\n`;
}
