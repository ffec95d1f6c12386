export { columnSql } from './columns.ts';
export {
  checkConstraintSql,
  exclusionConstraintSql,
  foreignKeySql,
  primaryKeySql,
  uniqueConstraintSql,
} from './constraints.ts';
export { indexPartsSql, indexSql } from './indexes.ts';
export { type ObjectShapes, objectSql } from './objects.ts';
export { operationSql } from './operations/index.ts';
export { functionSql, policySql, triggerSql, virtualTableSql } from './programs.ts';
export { schemaSql } from './schema.ts';
export { tableSql } from './tables.ts';
export { domainSql, enumSql, extensionSql, namespaceSql, sequenceSql } from './types.ts';
export { viewSql } from './views.ts';
