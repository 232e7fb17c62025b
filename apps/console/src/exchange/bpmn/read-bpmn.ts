import { BpmnModdle } from 'bpmn-moddle';
import { type BpmnRefusal, checkBpmnFile, type ParsedBpmn } from '#engine';

const moddle = new BpmnModdle();

/** The text of a BPMN file, parsed; or why it is not even looked into. What it means is for `importBpmn`. */
export async function readBpmn(text: string): Promise<ParsedBpmn | BpmnRefusal> {
  const refusal = checkBpmnFile(text);
  if (refusal !== undefined) return refusal;
  try {
    return await moddle.fromXML(text);
  } catch (error) {
    const warnings = error instanceof Error && 'warnings' in error && Array.isArray(error.warnings) ? error.warnings : [];
    return { failed: error instanceof Error ? error.message : '', warnings };
  }
}
