import { useLocation, useNavigate } from 'react-router';
import { useRememberedThrough } from '../session/through.ts';
import { useAddress } from '../state/address.ts';

/** The pages that show what comes through a post. */
const workbench = '/';
const queue = '/tasks';

/** An address with the post in it where its page has anything to do with that. */
export const addressThrough = (path: string, through: string | undefined): string =>
  through !== undefined && (path === workbench || path === queue) ? `${path}?through=${through}` : path;

/** The post that is looked through, which the address says, and another one instead of it. */
export function useThrough(): readonly [string | undefined, (through: string | undefined) => void] {
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const [address, look] = useAddress<'through' | 'case'>();
  const [remembered, remember] = useRememberedThrough();
  const said = address.get('through') ?? undefined;
  const isSaid = pathname === queue || (pathname === workbench && said !== undefined);
  const choose = (through: string | undefined): void => {
    remember(through);
    if (pathname === workbench || pathname === queue) look({ through, case: undefined });
    else void navigate(addressThrough(queue, through));
  };
  return [isSaid ? said : remembered, choose];
}
