import { isIPv4, isIPv6 } from 'node:net';

/** Eight groups of 16 bits; `text` has been found to be an IPv6 address. */
function groupsOf(text: string): number[] {
  const dotted = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(text);
  let plain = text;
  if (dotted !== null) {
    const [, start = '', ...bytes] = dotted;
    const [a = 0, b = 0, c = 0, d = 0] = bytes.map(Number);
    plain = `${start}${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
  }
  const read = (part: string | undefined) => (part ? part.split(':').map(group => Number.parseInt(group, 16)) : []);
  const [headText, tailText] = plain.split('::');
  const head = read(headText);
  const tail = read(tailText);
  return [...head, ...Array<number>(8 - head.length - tail.length).fill(0), ...tail];
}

/** The IPv4 address inside an IPv4-mapped (`::ffff:0:0/96`) or NAT64 (`64:ff9b::/96`, RFC 6052) address. */
function embeddedIPv4(groups: readonly number[]): string | undefined {
  const [a, b, c, d, e, f, g = 0, h = 0] = groups;
  const zero = c === 0 && d === 0 && e === 0;
  const mapped = a === 0 && b === 0 && zero && f === 0xffff;
  const translated = a === 0x64 && b === 0xff9b && zero && f === 0;
  return mapped || translated ? [g >> 8, g & 255, h >> 8, h & 255].join('.') : undefined;
}

/** The text form of RFC 5952: lowercase, no leading zeros, the first longest run of zero groups as `::`. */
function formatIPv6(groups: readonly number[]): string {
  let runStart = -1;
  let runLength = 1;
  for (let start = 0; start < 8; start += 1) {
    let end = start;
    while (groups[end] === 0) {
      end += 1;
    }
    if (end - start > runLength) {
      runStart = start;
      runLength = end - start;
    }
  }
  const hex = groups.map(group => group.toString(16));
  return runStart < 0
    ? hex.join(':')
    : `${hex.slice(0, runStart).join(':')}::${hex.slice(runStart + runLength).join(':')}`;
}

/** The address alone: some proxies add a port or brackets, some systems an interface (`%eth0`). */
function stripped(text: string): string {
  const trimmed = text.trim();
  const bracketed = /^\[([^\]]*)\](?::\d{1,5})?$/.exec(trimmed)?.[1];
  const withPort = /^([\d.]+):\d{1,5}$/.exec(trimmed)?.[1];
  const address = bracketed ?? withPort ?? trimmed;
  const zone = address.indexOf('%');
  return zone < 0 ? address : address.slice(0, zone);
}

/**
 * The one spelling of a client's address, or `undefined` when the text is none. IPv4 in dotted form, also for an IPv4
 * address that is mapped into IPv6; IPv6 as in RFC 5952.
 */
export function canonicalAddress(text: string): string | undefined {
  const address = stripped(text);
  if (isIPv4(address)) {
    return address;
  }
  if (!isIPv6(address)) {
    return undefined;
  }
  const groups = groupsOf(address);
  return embeddedIPv4(groups) ?? formatIPv6(groups);
}

/**
 * What requests of one client are counted under: the whole IPv4 address, the /64 of an IPv6 address (a subscriber owns
 * at least that much, so counting single addresses would count nothing). Whatever is not an address shares one key, so
 * that nobody escapes the count by sending nonsense.
 */
export function addressRateLimitKey(text: string): string {
  const address = canonicalAddress(text);
  if (address === undefined) {
    return 'unknown';
  }
  if (isIPv4(address)) {
    return address;
  }
  return `${formatIPv6([...groupsOf(address).slice(0, 4), 0, 0, 0, 0])}/64`;
}
