import { lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** A webhook pointed at a place it may not reach. */
export class AddressRefusedError extends Error {}

/** Ranges that only an installation that says so may reach. All else that is not public stays out of reach, cloud metadata included. */
const privateRanges = new Set(['private', 'loopback', 'uniqueLocal', 'carrierGradeNat']);

/** Whether a webhook may be sent to this IP address. */
export function isAllowed(address: string, privateToo: boolean): boolean {
  if (!ipaddr.isValid(address)) return false;
  // IPv4 inside IPv6 is judged as what it leads to.
  const range = ipaddr.process(address).range();
  return range === 'unicast' || (privateToo && privateRanges.has(range));
}

/** Whether the address of a webhook may be kept at all. What its name resolves to is seen only when something is sent. */
export function isAddressUsable(address: string, privateToo: boolean): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') return false;
  if (url.protocol !== 'https:' && !(privateToo && url.protocol === 'http:')) return false;
  const host = bareHost(url);
  return isIP(host) === 0 ? privateToo || !/(^|\.)localhost\.?$/.test(host) : isAllowed(host, privateToo);
}

/** Without the brackets that IPv6 has in an address. */
export const bareHost = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');

/**
 * Resolves a name for the connection that is being made, and refuses it if any of its addresses may not be reached.
 * Because it is the connection's own look-up, there is no moment at which the name could come to mean something else.
 */
export const guardedLookup =
  (privateToo: boolean): LookupFunction =>
  (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return callback(error, '');
      const [first] = addresses;
      if (first === undefined || !addresses.every(({ address }) => isAllowed(address, privateToo)))
        return callback(new AddressRefusedError(`${hostname} may not be reached`), '');
      if (options.all === true) return callback(null, addresses);
      callback(null, first.address, first.family);
    });
  };
