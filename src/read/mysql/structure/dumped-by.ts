import type { DumpTool } from '../../../model/schema-file.ts';
import { countedVersion, type MysqlServer } from '../server.ts';

/** What a dump tells of the tool that wrote it, and of the server that it was taken from. */
export interface DumpOrigin {
  /** Null when nothing in the file tells. */
  readonly dumpedBy: DumpTool | null;
  readonly server: MysqlServer;
}

/** `-- MySQL dump 10.13  Distrib 8.0.36, for Linux (x86_64)`, or MariaDB's. */
const HEADER = /^-- (MySQL|MariaDB) dump \S+\s+Distrib (\d+)\.(\d+)\.(\d+)(-MariaDB)?/m;
const SERVER_LINE = /^-- Server version\s+(?:5\.5\.5-)?(\d+)\.(\d+)\.(\d+)(\S*)/m;

/**
 * Tells who wrote a dump: by its comments, which Rails leaves out (`--skip-comments`), and by what
 * only one of the tools or servers writes.
 */
export function originOf(text: string): DumpOrigin {
  const head = text.slice(0, 4000);
  const [, product, ...numbers] = HEADER.exec(head) ?? [];
  const mariadb = product === 'MariaDB' || numbers[3] !== undefined || showsMariadb(text);
  const name = mariadb ? 'mariadb' : 'mysql';
  if (product === undefined && !isDump(text)) {
    return { dumpedBy: null, server: { name: serverName(text), version: null, atLeast: null } };
  }
  const version = product === undefined ? lowestVersion(text, name) : plain(numbers);
  const tool = name === 'mariadb' && usesNewName(text) ? 'mariadb-dump' : 'mysqldump';
  const [, ...ofServer] = SERVER_LINE.exec(head) ?? [];
  const stated = ofServer.length > 0 ? plain(ofServer) : product === undefined ? null : version;
  return {
    dumpedBy: { name: tool, version },
    server: { name, version: countedVersion(stated), atLeast: countedVersion(stated ?? version) },
  };
}

/** Lines that both tools write at the start of every dump, or tables as the servers print them. */
function isDump(text: string): boolean {
  return (
    /^\/\*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT \*\/;/m.test(text) ||
    /^\) ENGINE=\w+(?: AUTO_INCREMENT=\d+)? DEFAULT CHARSET=\w+/m.test(text)
  );
}

/** Collations of Unicode 14, the current time as a call, comments of its own, its JSON. */
function showsMariadb(text: string): boolean {
  return (
    /\/\*M!/.test(text) ||
    /\bcollate[= ]\w+_uca1400_/i.test(text) ||
    /^ {2}`.*(?:DEFAULT|ON UPDATE) current_timestamp\(\d?\)/m.test(text) ||
    /^ {2}`.* CHECK \(json_valid\(`/m.test(text) ||
    /^\/\*!50001 CREATE VIEW .* AS SELECT\n NULL AS /m.test(text)
  );
}

/** Collations of Unicode 9 and the default's character set, which MySQL alone has. */
function showsMysql(text: string): boolean {
  return /_0900_|\b_utf8mb[34]'|^ {2}`\w+` json\b/m.test(text);
}

function serverName(text: string): MysqlServer['name'] {
  if (showsMariadb(text)) return 'mariadb';
  return showsMysql(text) ? 'mysql' : null;
}

/** Since 10.5.2 MariaDB's tool is called mariadb-dump; its dumps say so from 10.5.25 on. */
function usesNewName(text: string): boolean {
  return /^-- MariaDB dump/m.test(text.slice(0, 4000)) || text.startsWith('/*M!999999');
}

/** The lowest version that writes what is there; null when nothing tells. */
function lowestVersion(text: string, name: 'mysql' | 'mariadb'): string | null {
  const signs = name === 'mysql' ? MYSQL_SIGNS : MARIADB_SIGNS;
  return signs.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

type Signs = readonly (readonly [pattern: RegExp, version: string])[];

/** The newest first. An integer without a width is 8.0.19's, whose `utf8` is `utf8mb3` since 8.0.28. */
const MYSQL_SIGNS: Signs = [
  [/^ {2}`[^`]+` .*\butf8mb3_\w+|^\) ENGINE.* COLLATE=utf8mb3_/m, '8.0.30'],
  [/^\) ENGINE.* CHARSET=utf8mb3/m, '8.0.28'],
  [/^ {2}`[^`]+` (?:big|small|medium)?int(?: unsigned)?(?: NOT NULL| DEFAULT|,)/m, '8.0.19'],
  [/_0900_|^\/\*!50503 SET NAMES utf8mb4 \*\/;/m, '8.0'],
  [/^\/\*!50503 SET /m, '5.7'],
  [/^ {2}`[^`]+` (?:big|small|medium)?int\(\d+\)/m, '5.5'],
];

const MARIADB_SIGNS: Signs = [
  [/^\/\*M!100616 SET @OLD_NOTE_VERBOSITY/m, '10.6.16'],
  [/^\/\*M!999999/, '10.5.25'],
  [/^ {2}`.*(?:DEFAULT|ON UPDATE) current_timestamp\(\d?\)/m, '10.2'],
];

function plain([major, minor, patch]: readonly (string | undefined)[]): string {
  return `${major}.${minor}.${patch}`;
}
