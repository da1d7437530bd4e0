import type { MockContract, MockOperation } from "../contract.js";

/** Where a request leads: an operation and the ids in its path, decoded. */
export interface Route {
  readonly operation: MockOperation;
  readonly ids: Readonly<Record<string, string>>;
}

/** Finds the operation of a request among the contract's paths; `methods` are those the path has otherwise. */
export function findRoute(
  { operations }: MockContract,
  method: string,
  path: string,
): Route | { readonly methods: readonly MockOperation[] } {
  const methods: MockOperation[] = [];
  for (const operation of operations) {
    const ids = matchPath(operation.path, path);
    if (ids === null) continue;
    if (operation.method === method) return { operation, ids };
    methods.push(operation);
  }
  return { methods };
}

function matchPath(template: string, path: string): Record<string, string> | null {
  const [wanted, found] = [template.split("/"), path.split("/")];
  if (wanted.length !== found.length) return null;
  const ids: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    const segment = found[at] ?? "";
    if (!part.startsWith("{")) {
      if (part !== segment) return null;
      continue;
    }
    try {
      ids[part.slice(1, -1)] = decodeURIComponent(segment);
    } catch {
      return null;
    }
  }
  return ids;
}
