import { hash, verify } from '@node-rs/argon2';

/** argon2id with the parameters OWASP recommends for it: 19 MiB, two passes, one lane. */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, options);

export const verifyPassword = (passwordHash: string, password: string): Promise<boolean> => verify(passwordHash, password);

let decoy: Promise<string> | undefined;

/** Takes as long as a real check, so that an unknown account cannot be told by the time it takes. */
export async function pretendToVerify(password: string): Promise<void> {
  decoy ??= hashPassword('nobody has this password');
  await verifyPassword(await decoy, password);
}
