import {
  type DiffBlock,
  type DiffRemedy,
  type DiffRisk,
  type DiffView,
  MARKS,
} from '../../report/types.ts';
import { type Paint, paintDiff, painter } from './colour.ts';
import { blockLines, headingLines, length, pad, wrap } from './layout.ts';
import { template } from './template.ts';
import { visible } from './visible.ts';

export interface TextOptions {
  /** ANSI colours; marks and words say the same without. */
  readonly colour: boolean;
  /** In characters; lines of the schema file's diff are never broken. */
  readonly width: number;
}

/** Space before the text of a risk, a rename or an unknown. */
const INDENT = '    ';

/** The diff for a terminal (`migdocs diff`) and for `diff.txt`. Ends with a line end. */
export function renderDiffText(view: DiffView, { colour, width }: TextOptions): string {
  const paint = painter(colour);
  const labels = Math.max(0, ...view.facts.map(({ label }) => length(label)));
  const indented = (text: string) => wrap(text, width - INDENT.length);
  const fill = template('diff.txt', {
    strong: (text) => paint('strong', text),
    muted: (text) => paint('muted', text),
    rule: (text) => '─'.repeat(Math.min(width, length(text))),
    unknownSymbol: () => paint('unknown', MARKS.unknown.symbol),
    renamedSymbol: () => paint('renamed', MARKS.renamed.symbol),
  });
  const text = fill({
    title: view.title,
    summary: wrap(view.summary, width),
    facts: view.facts.map(({ label, value }) => ({
      label: pad(label, labels),
      value: wrap(value, Math.max(20, width - labels - 2)).join(`\n${' '.repeat(labels + 2)}`),
    })),
    risks: view.risks.map((risk) => riskView(risk, width, paint)),
    remedies: view.remedies.map((remedy) => remedyView(remedy, width)),
    blocks: view.blocks.map((block) => blockView(block, width, paint)),
    possibleRenames: view.possibleRenames.map(indented),
    unknowns: view.unknowns.map(indented),
    schemaFileName: view.schemaFileName,
    schemaFileDiff: paintDiff(view.schemaFileDiff.trimEnd(), paint),
    footer: view.footer,
  });
  return visible(text, { colour });
}

/** Only the unified diff of the schema file, as `git diff` prints it; empty when nothing differs. */
export function renderSchemaDiff(view: DiffView, { colour }: Pick<TextOptions, 'colour'>): string {
  return visible(paintDiff(view.schemaFileDiff, painter(colour)), { colour });
}

function riskView(risk: DiffRisk, width: number, paint: Paint): object {
  return {
    head: paint(
      risk.severity,
      [`${risk.id} ${risk.severity}`, risk.object].filter(Boolean).join(': '),
    ),
    place: risk.place,
    message: wrap(risk.message, width - INDENT.length),
  };
}

function remedyView({ heading, note, instead }: DiffRemedy, width: number): object {
  return {
    heading: wrap(heading, width - 2),
    note: note === '' ? [] : wrap(`For ${note}:`, width - INDENT.length),
    instead: wrap(instead, width - INDENT.length),
  };
}

function blockView(block: DiffBlock, width: number, paint: Paint): object {
  return {
    heading: headingLines(block, width, paint),
    lines: blockLines(block, width, paint),
  };
}
