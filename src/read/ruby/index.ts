export { readMigrations } from './migration/read.ts';
export { readSchemaRb } from './schema/read.ts';
export { signsOfEngine } from './schema/signs.ts';
