import { type Extensions, PGlite } from '@electric-sql/pglite';
import { pgDump } from '@electric-sql/pglite-tools/pg_dump';

/** PostgreSQL 18 inside this process, empty at first. */
export interface Server {
  /** Runs statements; null when the server takes them, else what it says against them. */
  readonly run: (sql: string) => Promise<string | null>;
  /** The schema as pg_dump of the same version writes it, with these arguments too. */
  readonly dump: (...args: readonly string[]) => Promise<string>;
  /** What `dump` gives while the server is empty. */
  readonly emptyDump: string;
  /** Takes all objects away. */
  readonly empty: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Drops what is in `public` and other schemas; `public` itself stays as initdb made it. */
const EMPTY = `DO $$
DECLARE drops text;
BEGIN
  SELECT string_agg(format('DROP SCHEMA %I CASCADE', nspname), ';') INTO drops FROM pg_namespace
    WHERE nspname !~ '^pg_' AND nspname NOT IN ('public', 'information_schema');
  IF drops IS NOT NULL THEN EXECUTE drops; END IF;
  LOOP
    SELECT format('DROP %s IF EXISTS public.%I CASCADE', CASE relkind WHEN 'v' THEN 'VIEW'
      WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE' WHEN 'c' THEN 'TYPE' ELSE 'TABLE' END, relname)
      INTO drops FROM pg_class c WHERE relnamespace = 'public'::regnamespace
      AND relkind IN ('r', 'p', 'v', 'm', 'S', 'c')
      AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = c.oid AND deptype IN ('i', 'a') AND relkind = 'S')
      LIMIT 1;
    EXIT WHEN drops IS NULL;
    EXECUTE drops;
  END LOOP;
  LOOP
    SELECT format('DROP ROUTINE %s CASCADE', oid::regprocedure) INTO drops FROM pg_proc p
      WHERE pronamespace = 'public'::regnamespace
      AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = p.oid AND deptype = 'i') LIMIT 1;
    EXIT WHEN drops IS NULL;
    EXECUTE drops;
  END LOOP;
  LOOP
    SELECT format('DROP TYPE %s CASCADE', oid::regtype) INTO drops FROM pg_type
      WHERE typnamespace = 'public'::regnamespace AND typtype IN ('e', 'd', 'r') LIMIT 1;
    EXIT WHEN drops IS NULL;
    EXECUTE drops;
  END LOOP;
END $$; RESET ALL`;

/** @param extensions - those that CREATE EXTENSION shall find. */
export async function startServer(extensions: Extensions = {}): Promise<Server> {
  const pg = await PGlite.create({ extensions });
  const run = async (sql: string): Promise<string | null> => {
    try {
      await pg.exec(sql);
      return null;
    } catch (error) {
      if (error instanceof Error) return error.message;
      throw error;
    }
  };
  const dump = async (): Promise<string> => {
    const file = await pgDump({ pg, args: ['--schema-only', '--no-owner', '--no-privileges'] });
    // pg_dump leaves its transaction open, and an empty search path, in the session that it shares.
    await pg.exec('ROLLBACK');
    await pg.exec('RESET ALL');
    return file.text();
  };
  return {
    run,
    dump,
    emptyDump: await dump(),
    empty: async () => {
      const refusal = await run(EMPTY);
      if (refusal !== null) throw new Error(`the server could not be emptied: ${refusal}`);
    },
    stop: () => pg.close(),
  };
}
