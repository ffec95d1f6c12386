import type { CheckReport } from '../../report/check/types.ts';
import { renderCheckGithub } from './github.ts';
import { renderCheckJson } from './json.ts';
import { renderCheckMarkdown } from './markdown.ts';
import { renderCheckSarif } from './sarif.ts';
import { type CheckTextOptions, renderCheckText } from './text.ts';

export type CheckFormat = 'text' | 'json' | 'sarif' | 'github' | 'markdown';

/** A check in one of its formats. Ends with a line end. @param options - for text alone. */
export function renderCheck(
  report: CheckReport,
  format: CheckFormat,
  options: CheckTextOptions,
): string {
  const renderers: { readonly [F in CheckFormat]: () => string } = {
    text: () => renderCheckText(report, options),
    json: () => renderCheckJson(report),
    sarif: () => renderCheckSarif(report),
    github: () => renderCheckGithub(report),
    markdown: () => renderCheckMarkdown(report),
  };
  return renderers[format]();
}
