export { assumptionsFrom } from './evidence.ts';
export { dumpsPrograms } from './gems/fx.ts';
export { dumpsViewsByName } from './gems/scenic-version.ts';
export { readInflections } from './inflections.ts';
export { readMigrations, readRollback } from './migration/read.ts';
export { printsSpacedHashes } from './ruby-version.ts';
export { readSchemaRb } from './schema/read.ts';
export { signsOfEngine } from './schema/signs.ts';
