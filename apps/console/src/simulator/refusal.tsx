import { Alert } from 'antd';
import { saidOf } from '#engine';
import { useText } from '../words/language.ts';
import type { Run } from './run.ts';

/** Why the engine did not take a move, at the place where it was made. */
export function Refusal({ of: { refused }, at }: { readonly of: Run; readonly at: string }) {
  const text = useText();
  return refused?.at === at ? <Alert type="error" showIcon title={text(saidOf(refused.of))} /> : null;
}
