import type { CheckReport } from '../../report/check/types.ts';

/** What `schemas/check.schema.json` describes: indented by two, ending with a newline. */
export function renderCheckJson({ document }: CheckReport): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
