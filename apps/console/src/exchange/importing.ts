import { type BpmnRefusal, type BpmnWishes, bpmnLimits, type ImportedBpmn, importBpmn, type ReadDocument, readDocument } from '#engine';
import { readBpmn } from './bpmn/read-bpmn.ts';

/** What a file holds that a process is to be made from. A diagram becomes a document once it is known what is wished for. */
export type ReadFile = ReadDocument | { readonly kind: 'diagram'; readonly carry: (wishes: BpmnWishes) => ImportedBpmn } | BpmnRefusal;

/** Reads a definition (JSON) or a diagram (BPMN 2.0), by what is in the file. No more of it is read than may be in one. */
export async function readFile(file: File): Promise<ReadFile> {
  // A character is four bytes at the most.
  const text = await file.slice(0, bpmnLimits.characters * 4 + 4).text();
  if (!isDiagram(file.name, text)) return readDocument(text);
  const parsed = await readBpmn(text);
  return isRefused(parsed) ? parsed : { kind: 'diagram', carry: (wishes) => importBpmn(parsed, wishes) };
}

const isDiagram = (name: string, text: string): boolean => /\.(?:bpmn|bpmn20|xml)$/i.test(name) || text.trimStart().startsWith('<');

const isRefused = (read: object): read is BpmnRefusal => 'kind' in read;
