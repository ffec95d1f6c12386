import {
  type DiffBlock,
  type DiffLine,
  type DiffRemedy,
  type DiffView,
  MARKS,
} from '../../report/types.ts';
import { template } from '../text/template.ts';
import { visible } from '../text/visible.ts';
import { cell, fence, html } from './escape.ts';
import { type ShortView, shortenToFit } from './shorten.ts';

/**
 * The diff as a Markdown comment for a pull request: always shorter than GitHub allows, with what
 * had to be left out said at its end. It begins with a marker by which the comment can be found
 * and replaced.
 */
export function renderDiffMarkdown(view: DiffView): string {
  const fill = template('diff.md', { cell, html });
  return shortenToFit(view, (short) => visible(fill(templateView(short)), { colour: false }));
}

function templateView({ view, leftOut }: ShortView): object {
  return {
    title: view.title,
    summary: view.summary,
    facts: view.facts,
    risks: view.risks,
    remedies: view.remedies.map(remedyView),
    blocks: view.blocks.map(blockView),
    possibleRenames: view.possibleRenames,
    unknowns: view.unknowns,
    schemaFileName: view.schemaFileName,
    schemaFileDiff: view.schemaFileDiff.trimEnd(),
    fence: fence(view.schemaFileDiff),
    leftOut,
    footer: view.footer,
  };
}

/** What to do instead is a sentence, or several lines with code among them, which stay as they are. */
function remedyView({ heading, note, instead }: DiffRemedy): object {
  const isCode = instead.includes('\n');
  return {
    heading,
    note,
    sentence: isCode ? '' : instead,
    code: isCode ? instead : '',
    fence: fence(instead),
  };
}

function blockView({ heading, mark, summary, lines }: DiffBlock): object {
  return { symbol: MARKS[mark].symbol, heading, summary, lines: lines.map(lineView) };
}

function lineView({ mark, object, name, definition, differences }: DiffLine): object {
  const { symbol, word } = MARKS[mark];
  return {
    mark: `${symbol} ${word}`,
    object,
    name,
    definition: differences.length === 0 ? definition : '',
    differences: differences.map((one) => ({ ...one })),
  };
}
