/** How a task is named outside: its case's id and its number there, joined by a dot. */
export const taskId = (instance: string, number: number): string => `${instance}.${number}`;

const pattern = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\.([1-9][0-9]{0,8})$/;

export function parseTaskId(id: string): { readonly instance: string; readonly task: number } | undefined {
  const [, instance, number] = pattern.exec(id) ?? [];
  return instance === undefined ? undefined : { instance, task: Number(number) };
}
