import type { Engine } from '../model/engine.ts';
import { type EngineSign, firstSign } from './signs.ts';

/** What only one engine's SQL holds, the surest first: what its dump tool writes, then its own words. */
const SIGNS: readonly EngineSign[] = [
  { engine: 'postgresql', pattern: /^-- PostgreSQL database dump\b/m },
  { engine: 'postgresql', pattern: /^SELECT pg_catalog\.set_config\(/m },
  { engine: 'postgresql', pattern: /^\\(?:restrict|connect)\b/m },
  { engine: 'postgresql', pattern: /^SET (?:search_path|standard_conforming_strings)\b/m },
  { engine: 'mysql', pattern: /^-- (?:MySQL|MariaDB) dump\b/m },
  { engine: 'mysql', pattern: /^\/\*!\d{5,6} SET\b/m },
  { engine: 'sqlite', pattern: /^PRAGMA foreign_keys\s*=/im },
  { engine: 'mysql', pattern: /^\)[^;\n]*\bENGINE\s*=\s*\w+/im },
  { engine: 'postgresql', pattern: /^CREATE EXTENSION\b/im },
  { engine: 'postgresql', pattern: /\bLANGUAGE plpgsql\b/i },
  { engine: 'postgresql', pattern: /\bnextval\('/i },
  { engine: 'sqlite', pattern: /\bINTEGER (?:NOT NULL )?PRIMARY KEY AUTOINCREMENT\b/i },
  { engine: 'sqlite', pattern: /\bsqlite_sequence\b/i },
  { engine: 'sqlite', pattern: /^CREATE VIRTUAL TABLE\b/im },
  { engine: 'mysql', pattern: /\bAUTO_INCREMENT\b/i },
  { engine: 'mysql', pattern: /^CREATE TABLE (?:IF NOT EXISTS )?`/im },
  { engine: 'mysql', pattern: /\b(?:TINYINT\(\d+\)|(?:MEDIUM|LONG)TEXT|INT UNSIGNED)\b/i },
  {
    engine: 'postgresql',
    pattern: /\b(?:BIGSERIAL|SERIAL PRIMARY KEY|JSONB|TIMESTAMPTZ|TSVECTOR|CITEXT|BYTEA)\b/i,
  },
  { engine: 'postgresql', pattern: /::(?:text|character varying|integer|jsonb|regclass)\b/ },
  { engine: 'postgresql', pattern: /\b(?:timestamp(?:\(\d\))? with(?:out)? time zone)\b/i },
  { engine: 'postgresql', pattern: /\bUSING (?:btree|gin|gist|brin)\b/i },
  { engine: 'sqlite', pattern: /^\) (?:STRICT|WITHOUT ROWID)\b/im },
  {
    engine: 'sqlite',
    pattern: /^CREATE TABLE IF NOT EXISTS "schema_migrations" \("version" varchar/im,
  },
];

/**
 * The engine that SQL itself gives away, with the text that does; null when nothing in it belongs
 * to one engine alone.
 */
export function signsOfEngineInSql(
  text: string,
): { readonly engine: Engine; readonly sign: string } | null {
  return firstSign(SIGNS, text);
}
