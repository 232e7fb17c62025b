import { useSearchParams } from 'react-router';
import { type Session, useMe } from '../session/session.ts';

export type Body = Session['posts'][number];

export const bodiesOf = ({ posts }: Session): readonly Body[] => posts.filter(({ isBody }) => isBody);

const nameOf = ({ key, organisation }: Body): string => `${key}.${organisation.id}`;

/** The bodies I am the secretary of, and the one that the address says is looked at. */
export function useBodies() {
  const [address, setAddress] = useSearchParams();
  const bodies = bodiesOf(useMe());
  const body = bodies.find((one) => nameOf(one) === address.get('body')) ?? bodies[0];
  const look = (name: string): void => setAddress({ body: name });
  return { bodies, body, look, nameOf };
}

/** How the server is asked of a body. */
export const queryOf = ({ key, organisation }: Body) => ({ body: key, organisation: organisation.id });
