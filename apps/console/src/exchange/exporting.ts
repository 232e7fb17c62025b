import { bpmnDiagramOf, type Definition, documentText, type PostTitles, plainMachineOf } from '#engine';
import type { Language } from '../words/text.ts';
import { writeBpmn } from './bpmn/write-bpmn.ts';

export type ExportFormat = 'json' | 'xstate' | 'bpmn';

interface Exported {
  readonly name: string;
  readonly type: string;
  readonly content: string;
}

interface ExportedFrom {
  readonly definition: Definition;
  /** A draft has none. */
  readonly version?: number;
  readonly posts: PostTitles;
  readonly language: Language;
}

/** A definition as a file of a format. */
async function exported(format: ExportFormat, { definition, version, posts, language }: ExportedFrom): Promise<Exported> {
  const name = `${definition.key}-${version === undefined ? 'draft' : `v${version}`}`;
  switch (format) {
    case 'json':
      return { name: `${name}.json`, type: 'application/json', content: documentText(definition) };
    case 'xstate':
      return { name: `${name}.xstate.json`, type: 'application/json', content: documentText(plainMachineOf(definition)) };
    case 'bpmn':
      return { name: `${name}.bpmn`, type: 'application/xml', content: await writeBpmn(bpmnDiagramOf(definition, { language, posts })) };
  }
}

/** Has the browser keep a definition as a file. */
export async function download(format: ExportFormat, from: ExportedFrom): Promise<void> {
  const { name, type, content } = await exported(format, from);
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
