export { indexPartsSql } from './indexes.ts';
export { objectSql } from './objects.ts';
export { operationSql } from './operations/index.ts';
export { schemaSql } from './schema.ts';
