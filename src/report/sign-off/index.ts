import type { ReportContext } from '../context.ts';
import type { ReportDocument } from '../types.ts';

export function buildSignOffDocument({ facts }: ReportContext): ReportDocument {
  return { title: facts.title, subtitle: '', cover: [], sections: [] };
}
