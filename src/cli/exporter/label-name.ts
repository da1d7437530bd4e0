/** The name under which Prometheus takes a target's own label, e.g. `label_cost_center` for `cost-center`. */
export function labelName(name: string): string {
  return `label_${name.replaceAll(/[^A-Za-z0-9_]/g, "_")}`;
}
