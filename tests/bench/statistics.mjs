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

const rounded = (value) => Number(value.toPrecision(4));

/** A row of the table; a target, the most it may be, makes it pass or fail. */
export function row(name, value, unit, target) {
  return target === undefined
    ? { name, value: rounded(value), unit }
    : { name, value: rounded(value), unit, target: `<= ${target}`, ok: value <= target };
}

/** A row whose value must be at least its target. */
export const rowAtLeast = (name, value, unit, target) => ({
  name,
  value: rounded(value),
  unit,
  target: `>= ${target}`,
  ok: value >= target,
});
