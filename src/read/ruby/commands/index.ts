import { GEMS } from '../gems/gems.ts';
import { COLUMNS } from './columns/columns.ts';
import type { CommandTable } from './command.ts';
import { INDEXES } from './indexes/indexes.ts';
import { CONSTRAINTS } from './keys/constraints.ts';
import { FOREIGN_KEYS } from './keys/foreign-keys.ts';
import { REFERENCES } from './keys/references.ts';
import { ENUMS } from './objects/enums.ts';
import { EXTENSIONS } from './objects/extensions.ts';
import { FUNCTIONS } from './objects/functions.ts';
import { VIEWS, VIRTUAL_TABLES } from './objects/views.ts';
import { TABLES } from './tables/tables.ts';

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
