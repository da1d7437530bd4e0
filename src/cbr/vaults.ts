import type {
  CbrAssociatedVault,
  CbrBilling,
  CbrPolicy,
  CbrVault,
  CbrVaultResource,
} from "../../generated/cbr/types.js";
import { type Loose, readInteger, readObject, readText } from "../records/fields.js";

/** A resource in a vault, and whether the vault's policy is for it. */
export interface VaultMember {
  readonly id: string;
  readonly name: string | null;
  /** What is being done with it, in the service's own word. */
  readonly status: string | null;
  readonly vaultId: string;
  /** Its name, or its id if it has none. */
  readonly vault: string;
  /** Whether it follows the vault's policy; only Huawei Cloud can say that it does not. */
  readonly protectedByPolicy: boolean;
}

/**
 * The members of a vault, as `ListVault` shows it: none if the vault is not one for backups, such as one for copies of
 * them. What has no id is left out.
 */
export function readMembers(source: unknown): VaultMember[] {
  const vault: Loose<CbrVault> = readObject<CbrVault>(source) ?? {};
  const billing: Loose<CbrBilling> = readObject<CbrBilling>(vault.billing) ?? {};
  const vaultId = readText(vault.id);
  if (vaultId === null || billing.protect_type === "replication" || !Array.isArray(vault.resources))
    return [];
  return vault.resources.flatMap((one: unknown) => {
    const resource: Loose<CbrVaultResource> = readObject<CbrVaultResource>(one) ?? {};
    const id = readText(resource.id);
    if (id === null) return [];
    const status = readText(resource.protect_status);
    return {
      id,
      name: readText(resource.name),
      status,
      vaultId,
      vault: readText(vault.name) ?? vaultId,
      protectedByPolicy: resource.auto_protect !== false,
    };
  });
}

/** A vault, and why it protects nothing or nothing further; null if it does. */
export interface VaultState {
  readonly id: string;
  readonly name: string | null;
  readonly problem: VaultProblem | null;
}

export interface VaultProblem {
  readonly status: "empty" | "full";
  /** What is so, and what to do, as a clause. */
  readonly reason: string;
}

/**
 * Whether a vault for backups is empty, or so full that the next backups fail (`BackupService.6114`); null of any other
 * vault, and of one without an id. The pages state `size` in GB and `used` in MB; that a GB has 1024 MB is inferred. What
 * is allocated fills nothing. A vault that expands by itself is never full.
 */
export function readVaultState(source: unknown): VaultState | null {
  const vault: Loose<CbrVault> = readObject<CbrVault>(source) ?? {};
  const billing: Loose<CbrBilling> = readObject<CbrBilling>(vault.billing) ?? {};
  const id = readText(vault.id);
  if (id === null || billing.protect_type === "replication") return null;
  const name = readText(vault.name);
  if (Array.isArray(vault.resources) && vault.resources.length === 0)
    return {
      id,
      name,
      problem: { status: "empty", reason: "the vault is empty: put resources into it, or delete it" },
    };
  const size = readInteger(billing.size, 1, Number.MAX_SAFE_INTEGER);
  const used = readInteger(billing.used, 0, Number.MAX_SAFE_INTEGER);
  const isFull =
    size !== null && used !== null && used >= size * MEGABYTES_PER_GIGABYTE && vault.auto_expand !== true;
  if (!isFull) return { id, name, problem: null };
  const filled = `${Math.floor(used / MEGABYTES_PER_GIGABYTE)} of ${size} GB are used`;
  const reason = `the vault is full, ${filled}: enlarge it, or keep fewer backups`;
  return { id, name, problem: { status: "full", reason } };
}

const MEGABYTES_PER_GIGABYTE = 1024;

/**
 * The ids of the vaults that a policy says it is applied to. In every example of the pages there are none, also of
 * policies that must be applied: none may mean that the service does not say.
 */
export function readAppliedTo(source: unknown): string[] {
  const policy: Loose<CbrPolicy> = readObject<CbrPolicy>(source) ?? {};
  if (!Array.isArray(policy.associated_vaults)) return [];
  return policy.associated_vaults.flatMap(
    (one: unknown) => readText(readObject<CbrAssociatedVault>(one)?.vault_id) ?? [],
  );
}
