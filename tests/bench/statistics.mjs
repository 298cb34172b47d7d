/** The value below which the share `q` (0 to 1) of the values lies. */
export function quantile(values, q) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
}

export const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** A row of the table; a target makes it pass or fail. */
export function row(name, value, unit, target) {
  const rounded = Number(value.toPrecision(4));
  return target === undefined
    ? { name, value: rounded, unit }
    : { name, value: rounded, unit, target: `<= ${target}`, ok: value <= target };
}
