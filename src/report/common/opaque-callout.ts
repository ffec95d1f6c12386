import { callout } from '../blocks.ts';
import type { ReportContext } from '../context.ts';
import { wordsText } from '../templates.ts';
import type { ReportBlock } from '../types.ts';
import { count } from '../words/index.ts';

/** Warns of what was not understood; nothing when everything was. */
export function opaqueCallout({ facts }: ReportContext): readonly ReportBlock[] {
  const { opaque } = facts.verdict;
  if (opaque === 0) return [];
  const view = { statements: count(opaque, 'statement'), one: opaque === 1 };
  return [callout('danger', 'Not understood', wordsText('not-understood', view))];
}
