import type { InputFile, Proposal } from '../model/proposal.ts';
import { sha256 } from '../project/files.ts';
import { MANIFEST_NAME, type OutputFile } from '../project/outputs.ts';
import { renderFacts } from '../render/json/index.ts';
import { renderDiffMarkdown } from '../render/markdown/index.ts';
import { renderDiffText } from '../render/text/index.ts';
import { buildReport } from '../report/index.ts';
import type { ProposalReport } from '../report/types.ts';

/** Width of diff.txt, in characters. */
const TEXT_WIDTH = 100;

/** Told before each document is drawn, for progress. */
export type OnDocument = (name: string) => void;

/**
 * All files of a proposal, the manifest last. The libraries that draw PDF, DOCX and XLSX are
 * loaded here, when they are first needed.
 */
export async function renderDocuments(
  proposal: Proposal,
  onDocument: OnDocument = () => {},
): Promise<readonly OutputFile[]> {
  const report = buildReport(proposal);
  const json = renderFacts(report.facts);
  const files: OutputFile[] = [];
  for (const [name, render] of documentRenderers(report, json, proposal)) {
    onDocument(name);
    files.push({ name, content: await render() });
  }
  return [...files, { name: MANIFEST_NAME, content: manifest(proposal, files) }];
}

type Renderer = () => Promise<string | Uint8Array> | string;

function documentRenderers(
  report: ProposalReport,
  json: string,
  proposal: Proposal,
): readonly (readonly [name: string, render: Renderer])[] {
  const { identity, schemaDocument, signOffDocument, tracker, diff } = report;
  return [
    [
      'schema.pdf',
      async () => {
        const { renderPdf } = await import('../render/pdf/index.ts');
        const attachments = [{ name: 'proposal.json', type: 'application/json', data: json }];
        return renderPdf(schemaDocument, identity, { attachments });
      },
    ],
    [
      'proposal.docx',
      async () => {
        const { renderDocx } = await import('../render/docx/index.ts');
        return renderDocx(signOffDocument, identity);
      },
    ],
    [
      'tracker.xlsx',
      async () => {
        const { renderXlsx } = await import('../render/xlsx/index.ts');
        return renderXlsx(tracker, identity);
      },
    ],
    ['diff.txt', () => renderDiffText(diff, { colour: false, width: TEXT_WIDTH })],
    ['diff.md', () => renderDiffMarkdown(diff)],
    [proposal.schemaFile.afterName, () => proposal.schemaFile.afterText],
    ['proposal.json', () => json],
  ];
}

function manifest(proposal: Proposal, files: readonly OutputFile[]): string {
  const outputs = files.map(({ name, content }) => ({
    path: name,
    sha256: sha256(content),
    bytes: typeof content === 'string' ? Buffer.byteLength(content) : content.byteLength,
  }));
  const content: {
    readonly tool: Proposal['tool'];
    readonly digest: string;
    readonly options: Proposal['options'];
    readonly inputs: readonly InputFile[];
    readonly outputs: typeof outputs;
  } = {
    tool: proposal.tool,
    digest: proposal.digest,
    options: proposal.options,
    inputs: proposal.inputs,
    outputs,
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
