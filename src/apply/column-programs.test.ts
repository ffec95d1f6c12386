import { expect, test } from 'vitest';
import type { Policy, Schema, Trigger } from '../model/schema.ts';
import { column, operation, schema, table } from '../testing/build.ts';
import { applyOperation } from './index.ts';

function policy(name: string, on: string, conditions: string): Policy {
  return { name, table: on, definition: `CREATE POLICY ${name} ON ${on} ${conditions}` };
}

function trigger(name: string, event: string, when = ''): Trigger {
  const definition = `CREATE TRIGGER ${name} BEFORE ${event} ON t FOR EACH ROW ${when} EXECUTE FUNCTION f()`;
  return { name, table: 't', definition };
}

const before: Schema = {
  ...schema('postgresql', [
    table('t', [column('id', 'integer'), column('c', 'text'), column('d', 'text')]),
    table('u', [column('id', 'integer'), column('c', 'text')]),
  ]),
  policies: [
    policy('reads', 't', `USING (c = 'x')`),
    policy('checks', 't', `FOR INSERT WITH CHECK ("c" = 'x')`),
    policy('queries', 'u', `USING (EXISTS (SELECT 1 FROM t x WHERE x.id = u.id AND x.c = 'a'))`),
    policy('quotes', 't', `USING (d = 'c')`),
    policy('namesake', 'u', `USING (c = 'x')`),
  ],
  triggers: [
    trigger('on_update_of', 'INSERT OR UPDATE OF d, c'),
    trigger('on_condition', 'UPDATE', 'WHEN (NEW.c IS NOT NULL)'),
    trigger('on_any', 'UPDATE'),
    trigger('on_other', 'UPDATE OF d', 'WHEN (NEW.d IS NOT NULL)'),
  ],
};

const names = (objects: readonly { readonly name: string }[]) => objects.map(({ name }) => name);

// PostgreSQL 15 says so in its NOTICE: "drop cascades to policy … on table …", "… to trigger …".
test('DROP COLUMN CASCADE takes the policies and triggers along that read the column', () => {
  const after = applyOperation(
    before,
    operation({ kind: 'dropColumn', table: 't', column: 'c', ifExists: false, cascade: true }),
  );
  expect(names(after.policies)).toEqual(['quotes', 'namesake']);
  expect(names(after.triggers)).toEqual(['on_any', 'on_other']);
});
