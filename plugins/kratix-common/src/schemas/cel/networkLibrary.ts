import { celFunc, celMethod, CelScalar, type CelFunc } from '@bufbuild/cel';
import {
  bitsOf,
  containsIp,
  ipText,
  masked,
  parseCidr,
  parseIp,
  type Cidr,
  type IpAddress,
} from '../network';
import { kubernetesType, kubernetesValue, textOf } from './kubernetesTypes';

const { BOOL, INT, STRING } = CelScalar;
const { IP, CIDR } = kubernetesType;

/** As CEL reads them: no IPv4 within IPv6. */
function readIp(text: string): IpAddress | undefined {
  const ip = parseIp(text);
  const isMapped = ip && 'parts' in ip && ip.isIPv4MappedAddress();
  return isMapped ? undefined : ip;
}

function readCidr(text: string): Cidr | undefined {
  const cidr = parseCidr(text);
  return cidr && readIp(ipText(cidr.ip)) ? cidr : undefined;
}

function given<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`not ${what}`);
  return value;
}

const ipOf = (text: string) => given(readIp(text), 'an IP address');
const cidrOf = (text: string) => given(readCidr(text), 'a CIDR');
const ipValue = (ip: IpAddress) => kubernetesValue('IP', ipText(ip));
const cidrValue = ({ ip, prefixLength }: Cidr) =>
  kubernetesValue('CIDR', `${ipText(ip)}/${prefixLength}`);

const isWithin = (network: string) => (ip: IpAddress) =>
  containsIp(cidrOf(network), ip);
const isOneOf = (four: string, six: string) => (ip: IpAddress) =>
  isWithin(ip.kind() === 'ipv4' ? four : six)(ip);

const isUnspecified = isOneOf('0.0.0.0/32', '::/128');
const isLoopback = isOneOf('127.0.0.0/8', '::1/128');
const isLinkLocalUnicast = isOneOf('169.254.0.0/16', 'fe80::/10');
const isLinkLocalMulticast = isOneOf('224.0.0.0/24', 'ff02::/16');
const isMulticast = isOneOf('224.0.0.0/4', 'ff00::/8');

// Go's: private addresses are global too.
const isGlobalUnicast = (ip: IpAddress) =>
  !isUnspecified(ip) &&
  !isLoopback(ip) &&
  !isMulticast(ip) &&
  !isLinkLocalUnicast(ip) &&
  ipText(ip) !== '255.255.255.255';

const ipQuestions = Object.entries({
  isUnspecified,
  isLoopback,
  isLinkLocalUnicast,
  isLinkLocalMulticast,
  isGlobalUnicast,
}).map(([name, is]) =>
  celMethod(name, IP, [], BOOL, function question() {
    return is(ipOf(textOf(this)));
  }),
);

function contains(outer: Cidr, inner: Cidr): boolean {
  return (
    outer.prefixLength <= inner.prefixLength && containsIp(outer, inner.ip)
  );
}

/** Kubernetes' `ip` and `cidr` functions. @internal */
export const networkLibrary: CelFunc[] = [
  celFunc('isIP', [STRING], BOOL, text => readIp(text) !== undefined),
  celFunc('ip', [STRING], IP, text => ipValue(ipOf(text))),
  celFunc(
    'ip.isCanonical',
    [STRING],
    BOOL,
    text => ipText(ipOf(text)) === text,
  ),
  celFunc('string', [IP], STRING, textOf),
  celMethod('family', IP, [], INT, function family() {
    return bitsOf(ipOf(textOf(this))) === 32 ? 4n : 6n;
  }),
  ...ipQuestions,
  celFunc('isCIDR', [STRING], BOOL, text => readCidr(text) !== undefined),
  celFunc('cidr', [STRING], CIDR, text => cidrValue(cidrOf(text))),
  celFunc('string', [CIDR], STRING, textOf),
  celMethod('ip', CIDR, [], IP, function ip() {
    return ipValue(cidrOf(textOf(this)).ip);
  }),
  celMethod('masked', CIDR, [], CIDR, function maskedCidr() {
    return cidrValue(masked(cidrOf(textOf(this))));
  }),
  celMethod('prefixLength', CIDR, [], INT, function prefixLength() {
    return BigInt(cidrOf(textOf(this)).prefixLength);
  }),
  celMethod('containsIP', CIDR, [STRING], BOOL, function containsText(text) {
    return containsIp(cidrOf(textOf(this)), ipOf(text));
  }),
  celMethod('containsIP', CIDR, [IP], BOOL, function containsAddress(ip) {
    return containsIp(cidrOf(textOf(this)), ipOf(textOf(ip)));
  }),
  celMethod('containsCIDR', CIDR, [STRING], BOOL, function containsText(text) {
    return contains(cidrOf(textOf(this)), cidrOf(text));
  }),
  celMethod('containsCIDR', CIDR, [CIDR], BOOL, function containsCidr(cidr) {
    return contains(cidrOf(textOf(this)), cidrOf(textOf(cidr)));
  }),
];
