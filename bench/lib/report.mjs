/** From slots to figures: medians over the rounds, ratios within a round, held against the aims. */

const round = (value, digits) => (value === undefined ? undefined : Number(value.toFixed(digits)));

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** CPU milliseconds a unit of work: a request, or a whole sign-in. */
const costOf = ({ serverCpu, databaseCpu, parts }) => {
  const count = parts.reduce((total, part) => total + part.count, 0);
  return { server: (serverCpu / count) * 1000, database: (databaseCpu / count) * 1000 };
};

const total = slot => {
  const { server, database } = costOf(slot);
  return server + database;
};

const rate = slot => slot.parts.reduce((sum, part) => sum + part.perSecond, 0);

function figures(slots) {
  if (slots.length === 0) return undefined;
  const costs = slots.map(costOf);
  const kinds = slots[0].parts.map((_, i) => partOf(slots.map(({ parts }) => parts[i])));
  return {
    perSecond: round(median(slots.map(rate)), 1),
    // Of two kinds of requests at once nobody can say which of them a second was spent on.
    ...(kinds.length === 1 && {
      serverCpuMs: round(median(costs.map(({ server }) => server)), 3),
      databaseCpuMs: round(median(costs.map(({ database }) => database)), 3),
    }),
    parts: kinds,
  };
}

function partOf(parts) {
  const latency = name => parts[0].milliseconds && round(median(parts.map(part => part.milliseconds[name])), 2);
  const perSecond = round(median(parts.map(part => part.perSecond)), 1);
  return { perSecond, p50: latency('p50'), p90: latency('p90'), p99: latency('p99') };
}

function spread(ratios) {
  return {
    median: round(median(ratios), 2),
    lowest: round(Math.min(...ratios), 2),
    highest: round(Math.max(...ratios), 2),
  };
}

/** The figures of one measurement over all rounds. */
export function judge({ name, what, parts, floor }, slots) {
  const pairs = slots.product.map((product, i) => [product, slots.floor[i]]);
  return {
    name,
    what,
    load: parts,
    product: figures(slots.product),
    ...(floor && {
      floor: { kind: floor, ...figures(slots.floor) },
      // Costs and speeds of the same minute are compared, not those of a quiet one with those of a busy one.
      ratio: {
        cpu: spread(pairs.map(([mine, raw]) => total(mine) / total(raw))),
        throughput: spread(pairs.map(([mine, raw]) => rate(raw) / rate(mine))),
      },
    }),
    strangers: round(median([...slots.product, ...slots.floor].map(slot => slot.strangers)), 2),
  };
}

const aims = {
  read: ({ ratio }) => [
    `within 1.3 × its floor: CPU ${ratio.cpu.median}, throughput ${ratio.throughput.median}`,
    ratio.cpu.median <= 1.3 && ratio.throughput.median <= 1.3,
  ],
  'read (least)': ({ ratio }) => [
    `within 1.3 × the least statement: CPU ${ratio.cpu.median}, throughput ${ratio.throughput.median}`,
    ratio.cpu.median <= 1.3 && ratio.throughput.median <= 1.3,
  ],
  password: ({ ratio }) => [
    `within 1.1 × raw hashing: CPU ${ratio.cpu.median}, throughput ${ratio.throughput.median}`,
    ratio.cpu.median <= 1.1 && ratio.throughput.median <= 1.1,
  ],
  'password (least)': ({ ratio }) => [
    `within 1.1 × a hash between two commits: CPU ${ratio.cpu.median}, throughput ${ratio.throughput.median}`,
    ratio.cpu.median <= 1.1 && ratio.throughput.median <= 1.1,
  ],
  mixed: ({ product }) => [
    `99th percentile of the read under 25 ms: ${product.parts[0].p99}`,
    product.parts[0].p99 < 25,
  ],
};

const columns = ['', '/s', 'server ms', 'database ms', '× floor: CPU', 'throughput', 'p50 ms', 'p99 ms', 'others'];

function rowOf({ name, product, ratio, strangers }) {
  const [{ p50, p99 }] = product.parts;
  const cells = [product.perSecond, product.serverCpuMs, product.databaseCpuMs];
  return [name, ...cells, ratio?.cpu.median, ratio?.throughput.median, p50, p99, strangers];
}

/** Prints what was found, and whether the aims are met. */
export function printTable(results) {
  const rows = results.flatMap(result => [
    rowOf(result),
    ...(result.floor ? [rowOf({ name: `  floor (${result.floor.kind})`, product: result.floor })] : []),
  ]);
  const table = [columns, ...rows].map(row => row.map(cell => String(cell ?? '')));
  const widths = columns.map((_, i) => Math.max(...table.map(row => row[i].length)));
  const line = row => row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  ');
  console.log(`\n${table.map(line).join('\n')}\n`);
  for (const result of results) {
    if (!(result.name in aims)) continue;
    const [sentence, met] = aims[result.name](result);
    console.log(`${met ? 'met    ' : 'NOT MET'}  ${result.name} ${sentence}`);
  }
}
