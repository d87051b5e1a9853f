import ipaddr from 'ipaddr.js';

/** @internal */
export type IpAddress = ipaddr.IPv4 | ipaddr.IPv6;

/** @internal */
export interface Cidr {
  ip: IpAddress;
  prefixLength: number;
}

const fourParts = /^\d{1,3}(\.\d{1,3}){3}$/;
const leadingZero = /(^|\.)0\d/;

/**
 * An address as Go reads it: four decimal parts, or IPv6 without a zone.
 * `sloppy` allows leading zeros, as Kubernetes does where it did so before.
 *
 * @internal
 */
export function parseIp(
  text: string,
  { sloppy = false } = {},
): IpAddress | undefined {
  if (fourParts.test(text)) {
    if (!sloppy && leadingZero.test(text)) return undefined;
    // The library takes a leading zero for octal; Go's sloppy reading does not.
    const parts = text.split('.').map(Number);
    return parts.every(part => part <= 255)
      ? new ipaddr.IPv4(parts)
      : undefined;
  }
  const isV6 = text.includes(':') && !text.includes('%');
  return isV6 && ipaddr.IPv6.isValid(text)
    ? ipaddr.IPv6.parse(text)
    : undefined;
}

/** @internal */
export function parseCidr(
  text: string,
  { sloppy = false } = {},
): Cidr | undefined {
  const slash = text.lastIndexOf('/');
  const length = text.slice(slash + 1);
  if (slash < 0 || !/^(0|[1-9]\d{0,2})$/.test(length)) return undefined;
  const ip = parseIp(text.slice(0, slash), { sloppy });
  const prefixLength = Number(length);
  return ip && prefixLength <= bitsOf(ip) ? { ip, prefixLength } : undefined;
}

/** @internal */
export function bitsOf(ip: IpAddress): number {
  return ip.kind() === 'ipv4' ? 32 : 128;
}

/** As Go prints it: IPv6 in the short form of RFC 5952. @internal */
export function ipText(ip: IpAddress): string {
  return ip.toString();
}

/** The address with all bits behind the prefix cleared. @internal */
export function masked({ ip, prefixLength }: Cidr): Cidr {
  const bytes = ip.toByteArray().map((byte, at) => {
    const kept = Math.min(8, Math.max(0, prefixLength - at * 8));
    return byte - (byte % 2 ** (8 - kept));
  });
  return { ip: ipaddr.fromByteArray(bytes), prefixLength };
}

/** @internal */
export function containsIp({ ip, prefixLength }: Cidr, other: IpAddress) {
  return (
    ip.kind() === other.kind() &&
    ipText(masked({ ip, prefixLength }).ip) ===
      ipText(masked({ ip: other, prefixLength }).ip)
  );
}
