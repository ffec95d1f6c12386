import { COLUMNS } from './columns.ts';
import type { CommandTable } from './command.ts';
import { CONSTRAINTS } from './constraints.ts';
import { ENUMS } from './enums.ts';
import { EXTENSIONS } from './extensions.ts';
import { FOREIGN_KEYS } from './foreign-keys.ts';
import { FUNCTIONS } from './functions.ts';
import { GEMS } from './gems.ts';
import { INDEXES } from './indexes.ts';
import { REFERENCES } from './references.ts';
import { TABLES } from './tables.ts';
import { VIEWS, VIRTUAL_TABLES } from './views.ts';

/** What schema files and migrations share: every method that creates, changes or drops an object. */
export const COMMANDS: CommandTable = {
  ...TABLES,
  ...COLUMNS,
  ...REFERENCES,
  ...INDEXES,
  ...FOREIGN_KEYS,
  ...CONSTRAINTS,
  ...ENUMS,
  ...EXTENSIONS,
  ...VIEWS,
  ...VIRTUAL_TABLES,
  ...FUNCTIONS,
  ...GEMS,
};
