import { isReservedWord } from '../../dialect/reserved-words.ts';
import type { Operation } from '../../model/operation.ts';
import type { Schema } from '../../model/schema.ts';
import type { RuleContext } from '../context.ts';
import { defineRule, type Finding } from '../rule.ts';

export const namingConventions = defineRule({
  id: 'naming-conventions',
  title: 'Name needs care wherever SQL is written',
  engines: ['postgresql', 'mysql'],
  severity: 'info',
  on: [
    'createTable',
    'renameTable',
    'addColumn',
    'renameColumn',
    'addIndex',
    'addForeignKey',
    'addCheckConstraint',
    'createView',
  ],
  docs: {
    why: 'Active Record quotes every name; consoles, reports and other programs do not. A reserved word is then an error, or means something else.',
    onEngine: {
      postgresql:
        'PostgreSQL folds unquoted names to lower case, reads an unquoted user as the current role, and cuts what is longer than 63 bytes with a mere notice.',
      mysql: 'Whether upper and lower case are one is up to the file system of the server.',
    },
    instead: 'Choose a plain name in lower case.',
    reference: 'https://www.postgresql.org/docs/current/sql-keywords-appendix.html',
    references: {
      mysql: 'https://dev.mysql.com/doc/refman/8.0/en/keywords.html',
      mariadb: 'https://mariadb.com/kb/en/reserved-words/',
    },
  },
  check(operation, context) {
    return namesOf(operation).flatMap((name) => judge(name, context) ?? []);
  },
});

interface Name {
  readonly what: 'table' | 'column' | 'view' | 'index' | 'constraint';
  readonly name: string;
}

function namesOf(operation: Operation): readonly Name[] {
  switch (operation.kind) {
    case 'createTable':
      return [
        { what: 'table', name: operation.table.name },
        ...operation.table.columns.map(({ name }): Name => ({ what: 'column', name })),
      ];
    case 'renameTable':
      return [{ what: 'table', name: operation.to }];
    case 'addColumn':
      return [{ what: 'column', name: operation.column.name }];
    case 'renameColumn':
      return [{ what: 'column', name: operation.to }];
    case 'createView':
      return [{ what: 'view', name: operation.view.name }];
    case 'addIndex':
      return [{ what: 'index', name: operation.index.name }];
    case 'addForeignKey':
      return [{ what: 'constraint', name: operation.foreignKey.name }];
    case 'addCheckConstraint':
      return [{ what: 'constraint', name: operation.checkConstraint.name }];
    default:
      return [];
  }
}

function judge({ what, name }: Name, context: RuleContext): Finding | null {
  const cut = cutName(name, context);
  if (cut !== null) {
    return {
      severity: 'warning',
      message: `The name of the ${what} ${cut} is longer than ${context.dialect.maxIdentifierLength} bytes: the server cuts it without an error.`,
      instead: `Give the ${what} a shorter name.`,
    };
  }
  // Indexes and constraints are hardly ever named in queries.
  if (what === 'index' || what === 'constraint') return null;
  const bare = name.split('.').at(-1) ?? name;
  if (isReservedWord(bare, context.server)) {
    return {
      message: `${bare} is a reserved word: SQL that names the ${what} has to quote it.`,
      instead: `Choose another name for the ${what}, or quote it wherever SQL is written.`,
    };
  }
  if (!context.dialect.foldsAndCutsNames || !/[A-Z]/.test(bare) || usesCapitals(context.initial))
    return null;
  return {
    message: `${name} has capital letters: SQL that names the ${what} without quotes looks for ${bare.toLowerCase()}.`,
    instead: `Name the ${what} ${bare.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase()}.`,
  };
}

/** The name as it is written, when the server keeps less of it; null when it keeps all. */
function cutName(name: string, { dialect, migration }: RuleContext): string | null {
  if (!dialect.foldsAndCutsNames) return null;
  const bytes = Buffer.byteLength(name);
  if (bytes > dialect.maxIdentifierLength) return name;
  // No character is cut in two: UTF-8 writes one in up to four bytes.
  if (bytes < dialect.maxIdentifierLength - 3) return null;
  const written = migration.text
    .split(/[\s"'`.,:;()[\]]+/)
    .find((word) => word.length > name.length && word.startsWith(name));
  return written ?? null;
}

/** A schema whose names have capitals is written for by people who quote them. */
function usesCapitals({ tables }: Schema): boolean {
  return tables.some(
    ({ name, columns }) => /[A-Z]/.test(name) || columns.some((each) => /[A-Z]/.test(each.name)),
  );
}
