import type { SqlSchemaFile } from '../../../../model/schema-file.ts';
import type { PrintForm } from '../print/context.ts';
import type { Block } from './blocks.ts';

/** How this file puts down what pg_dump could put down in several ways. */
export interface FileForm extends PrintForm {
  /** Entries have a header comment; tools that tidy dumps take them out. */
  readonly headers: boolean;
  /** As the header comments name the owner: `-` with `--no-owner`. */
  readonly owner: string;
  /** Header comments of parts of a table name the table too: since PostgreSQL 9.6. */
  readonly tableTags: boolean;
  /** Header comments end with `; Tablespace: ` where there could be one: before PostgreSQL 11. */
  readonly tablespaces: boolean;
  /** Names have their schema: since PostgreSQL 10.3 and 9.6.8, which leave the search path empty. */
  readonly qualifies: boolean;
  /** Between two entries. */
  readonly separator: string;
}

/** The form of the file, as its own text shows it; that of today's pg_dump where it shows nothing. */
export function formOf(file: SqlSchemaFile, blocks: readonly Block[]): FileForm {
  const { text } = file;
  const version = versionOf(file);
  const headers = file.text === '' || /^-- Name: .*; Type: /m.test(text);
  return {
    headers,
    owner:
      /^-- Name: .*; Type: TABLE; Schema: [^;]*; Owner: ([^;\n]*)/m.exec(text)?.[1]?.trim() ?? '-',
    tableTags: !/^-- Name: [^ \n]+; Type: (?:FK )?CONSTRAINT;/m.test(text),
    tablespaces: /; Tablespace: *$/m.test(text),
    qualifies: !/^SET search_path = /m.test(text) || /^SELECT pg_catalog\.set_config/m.test(text),
    separator: headers ? '\n\n\n' : usualGap(blocks),
    typedSequences: version >= 10 || /^ {4}AS (?:integer|smallint)$/m.test(text),
    executesFunctions:
      (!/EXECUTE PROCEDURE/.test(text) && version >= 11) || /EXECUTE FUNCTION/.test(text),
    attachEntries:
      /; Type: TABLE ATTACH;/.test(text) || version >= 14 || !/ ATTACH PARTITION /.test(text),
    extensionComments: /^COMMENT ON EXTENSION /m.test(text) || !/^CREATE EXTENSION /m.test(text),
  };
}

/** The version as far as the file tells; header comments of before PostgreSQL 10 tell these. */
function versionOf({ text, dumpedBy }: SqlSchemaFile): number {
  const isOld = /; Tablespace: *$/m.test(text) || /^SET search_path = .*, pg_catalog;$/m.test(text);
  return Number.parseFloat(dumpedBy?.version ?? (isOld ? '9.5' : '18'));
}

/** The blank space that stands most often between two entries. */
function usualGap(blocks: readonly Block[]): string {
  const counts = new Map<string, number>();
  for (const { gap, role } of blocks) {
    if (role === 'entry' && /^\n+$/.test(gap)) counts.set(gap, (counts.get(gap) ?? 0) + 1);
  }
  const [usual] = [...counts].sort(([, left], [, right]) => right - left);
  return usual?.[0] ?? '\n\n';
}
