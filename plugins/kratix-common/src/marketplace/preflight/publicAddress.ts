/** Names that mean something inside a network alone; `default` is a namespace. */
const ownNames = ['localhost', 'local', 'internal', 'svc', 'default'];

/**
 * Is an address one of the public web, by the way it is written? Kratix fetches
 * from inside the cluster, so whoever chooses the address could have it call
 * what they can't reach. Strict, as its URL parser is another than ours: `https`,
 * a host of several names in ASCII, no IP address, nobody's user name.
 *
 * @public
 */
export function isPublicAddress(address: string): boolean {
  const [whole, host] =
    /^https:\/\/([A-Za-z0-9.-]+)(?::\d{1,5})?(?:[/?#][^\s\\\p{C}]*)?$/u.exec(
      address,
    ) ?? [];
  if (whole === undefined || !isUrl(whole)) return false;
  // A dot at the end only says that the name is whole.
  const names = host.toLocaleLowerCase('en-US').replace(/\.$/, '').split('.');
  const last = names[names.length - 1];
  return (
    names.length > 1 &&
    names.every(name => /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(name)) &&
    // No number: an IPv4 address may be written in many ways.
    /^(?:[a-z]{2,}|xn--[a-z0-9-]+)$/.test(last) &&
    !ownNames.includes(last)
  );
}

/** Ports have an end, and what looks like punycode need not be any. */
function isUrl(text: string): boolean {
  try {
    return Boolean(new URL(text));
  } catch {
    return false;
  }
}
