import { useSearchParams } from 'react-router';

/** Parameters of the address by their names; undefined takes one away. */
export type Change<Name extends string> = Readonly<Partial<Record<Name, string | undefined>>>;

/** @param isReplaced whether the browser's Back passes over how it was before */
export type Look<Name extends string> = (change: Change<Name>, isReplaced?: boolean) => void;

/** What is looked at stands in the address: it can be sent to somebody else, and the browser's Back leads to the one before. */
export function useAddress<Name extends string>(): readonly [URLSearchParams, Look<Name>] {
  const [address, setAddress] = useSearchParams();
  const look: Look<Name> = (change, isReplaced = false) =>
    setAddress((before) => changed(before, change), { replace: isReplaced, preventScrollReset: true });
  return [address, look];
}

export function changed(before: URLSearchParams, change: Change<string>): URLSearchParams {
  const after = new URLSearchParams(before);
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined) after.delete(name);
    else after.set(name, value);
  }
  return after;
}
