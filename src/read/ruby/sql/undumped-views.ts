import type { OperationBody } from '../../../model/operation.ts';
import type { Session } from '../session.ts';

/**
 * The operation with a new view marked as one that the schema file leaves out: Rails itself dumps no
 * views, scenic dumps all of the database's, whoever made them.
 */
export function withDumpedViews(body: OperationBody, session: Session): OperationBody {
  if (body.kind !== 'createView' || dumpsViews(session)) return body;
  return { ...body, view: { ...body.view, dumped: false } };
}

/** The schema file shows views, or the project has what makes it show them. */
function dumpsViews({ schema, project, dumpsSql }: Session): boolean {
  if (dumpsSql) return true;
  if (schema.views.some(({ dumped }) => dumped !== false)) return true;
  const gems = project?.read('Gemfile.lock') ?? '';
  return /^ {4}scenic\b/m.test(gems) || (project?.list('db/views') ?? []).length > 0;
}
