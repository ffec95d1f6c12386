import { functionUserLinks } from '../dependencies/object-links.ts';
import { defineRule } from '../rule.ts';

export const functionChange = defineRule({
  id: 'function-change',
  title: 'Function changes under its callers',
  engines: ['postgresql', 'mysql'],
  severity: 'warning',
  on: ['createFunction', 'dropFunction'],
  docs: {
    why: 'No engine knows which functions and application queries call a function by its text. An index or a generated column over it keeps the values that the old body gave.',
    instead: 'Give the new body a new name, move the callers, and build dependent indexes anew.',
    reference: 'https://www.postgresql.org/docs/current/sql-createfunction.html',
    references: {
      mysql: 'https://dev.mysql.com/doc/refman/8.0/en/create-procedure.html',
    },
  },
  check(operation, context) {
    const name = operation.kind === 'createFunction' ? operation.function.name : operation.function;
    const { before, readSql } = context;
    if (!before.functions.some((each) => each.name === name)) return null;
    const callers = functionUserLinks(name, { schema: before, read: readSql })
      .filter(({ direction }) => direction === 'usedBy')
      .map(({ other }) => other);
    const used = [...new Set(callers)];
    return {
      message: `${name} ${operation.kind === 'createFunction' ? 'gets another body' : 'is dropped'}${used.length === 0 ? '' : `; ${used.join(', ')} ${used.length === 1 ? 'names' : 'name'} it`}.`,
      instead: `Keep the present body of ${name} for the rollback, and look for callers in functions, triggers, indexes and queries.`,
    };
  },
});
