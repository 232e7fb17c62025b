/** Works through a list with so many under way at once, beginning them in its order. */
export async function inTurns<Item>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item, place: number) => Promise<void>,
): Promise<void> {
  const waiting = items.entries();
  const hand = async (): Promise<void> => {
    for (const [place, item] of waiting) await work(item, place);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, hand));
}
