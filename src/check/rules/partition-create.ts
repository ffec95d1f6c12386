import { partitionOf } from '../../dialect/postgresql/partition-of.ts';
import { defineRule } from '../rule.ts';

export const partitionCreate = defineRule({
  id: 'partition-create',
  title: 'New partition locks the whole table',
  engines: ['postgresql'],
  severity: 'warning',
  on: ['createTable'],
  docs: {
    why: 'CREATE TABLE … PARTITION OF takes ACCESS EXCLUSIVE on the parent, and reads the default partition where there is one.',
    instead:
      'Create the table alone with a CHECK for its bounds, then attach it, which takes SHARE UPDATE EXCLUSIVE.',
    reference:
      'https://www.postgresql.org/docs/current/ddl-partitioning.html#DDL-PARTITIONING-DECLARATIVE-MAINTENANCE',
  },
  check({ table }, context) {
    const parent = partitionOf(table);
    if (parent === null || context.isNewTable(parent)) return null;
    return {
      table: table.name,
      message: `Creating the partition ${table.name} locks ${parent} with all of its partitions against reads and writes.`,
      instead: `Create ${table.name} like ${parent} with a CHECK for its bounds, then attach it with ALTER TABLE ${parent} ATTACH PARTITION.`,
    };
  },
});
