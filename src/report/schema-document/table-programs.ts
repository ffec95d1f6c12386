import type { Schema } from '../../model/schema.ts';
import { SCHEMA_OBJECT_WORDS } from '../../model/schema-object-types.ts';
import { codeBlock, list, muted, subheading } from '../blocks.ts';
import type { ReportContext } from '../context.ts';
import type { TableView } from '../tables.ts';
import type { ReportBlock } from '../types.ts';
import { OBJECT_WORDS } from '../words/index.ts';

/** Triggers, policies, rules and settings of the table, and the views and functions that name it. */
export function tablePrograms(context: ReportContext, view: TableView): readonly ReportBlock[] {
  const schema = view.mark === 'removed' ? context.proposal.before : context.proposal.after;
  const own = [
    ...schema.triggers.filter((trigger) => trigger.table === view.name),
    ...schema.policies.filter((policy) => policy.table === view.name),
  ];
  const others = (schema.objects ?? []).filter((object) => object.table === view.name);
  return [
    ...(own.length === 0 ? [] : [subheading('Triggers and policies')]),
    ...own.map((program) => codeBlock('sql', program.definition, program.name)),
    ...(others.length === 0 ? [] : [subheading('Rules and settings')]),
    ...others.map((object) =>
      codeBlock('sql', object.definition, `${SCHEMA_OBJECT_WORDS[object.type]} ${object.name}`),
    ),
    ...usedBy(schema, view.name),
  ];
}

function usedBy(schema: Schema, table: string): readonly ReportBlock[] {
  const users = [
    ...schema.views
      .filter((view) => names(view.definition, table))
      .map((view) => ({
        word: view.materialized ? OBJECT_WORDS.materializedView : OBJECT_WORDS.view,
        name: view.name,
      })),
    ...schema.functions
      .filter((one) => names(one.definition, table))
      .map((one) => ({ word: OBJECT_WORDS.function, name: one.name })),
  ];
  if (users.length === 0) return [];
  return [
    subheading('Named by'),
    list(
      users.map(({ word, name }) => [
        `${word} ${name} `,
        muted('(its text holds the table’s name)'),
      ]),
    ),
  ];
}

/** True when the text holds the name as a whole word. */
function names(text: string, name: string): boolean {
  const bare = name.slice(name.lastIndexOf('.') + 1).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\w$])${bare}(?![\\w$])`, 'i').test(text);
}
