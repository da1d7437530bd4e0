import type { BackupService } from "../records/record.js";
import type { LastRestore } from "../records/restore.js";
import type { StatedSchedule } from "../records/schedule.js";
import type { ListedSubject } from "../records/service.js";
import type { Objective } from "./objective.js";

/** The calls that an audit can make: the two of DCS by their versions, the one of each other service. */
export type TargetApi = "v1.0" | "v2";

/** One instance, policy or cluster whose backups are to be judged. */
export interface Target {
  /** Unique within a targets file. */
  readonly name: string;
  /** The service that makes the backups. */
  readonly service: BackupService;
  /** DCS alone: which call is used. */
  readonly api: TargetApi | null;
  /** Name of the account whose credentials are used. */
  readonly account: string;
  /** Null: the only cloud of the service, or that of the credentials. */
  readonly cloud: "huaweicloud" | "otc" | "alibabacloud" | null;
  /** Null: the one that the credentials name. */
  readonly region: string | null;
  /** Instead of the vendor's own endpoint. */
  readonly baseUrl: string | null;
  /** Null: the project that the credentials are for; Alibaba Cloud has none. */
  readonly projectId: string | null;
  /** An instance (dcs), a policy (vbs), an instance or cluster (starrocks). */
  readonly resource: TargetResource;
  /** For reports and filters; null if it has none. */
  readonly group: string | null;
  /** For filters and metrics. */
  readonly labels: Readonly<Record<string, string>>;
  /** What its backups must keep to. */
  readonly objective: Objective;
  /** When its backups are due. Null: nobody says, and only their age counts. @default null */
  readonly schedule?: TargetSchedule | null | undefined;
  /** Excuses the target for a time. @default null */
  readonly pause?: Pause | null | undefined;
  /** What its last check found, so that all runs since then are judged. @default null: those of a day */
  readonly memory?: Memory | null | undefined;
  /** Where it was found, if no targets file names it. @default null */
  readonly found?: Found | null | undefined;
}

/** How an audit has found a target by itself. */
export interface Found {
  /** The name of the discovery's place, e.g. `dcs in eu-de`. */
  readonly place: string;
  /** What the service lists of it. */
  readonly subject: ListedSubject;
}

/** What the last check of a target found. Times are epoch milliseconds. */
export interface Memory {
  /** When its runs were judged last. Null: those of a day are judged again, as without a memory. */
  readonly checkedAt: number | null;
  /**
   * Its schedule, as `describeSchedule` writes it, and when it was first seen so: null if the first check saw it. Null
   * if it had none.
   */
  readonly schedule: { readonly text: string; readonly since: number | null } | null;
  /** When the runs were due that had not happened by then, so that a late one is reported. @default none */
  readonly missed?: readonly number[] | undefined;
  /** What the service stated of it, so that a target that was found needs no request each time. @default null */
  readonly stated?: Stated | null | undefined;
}

/** What a service has stated of a target, at a cost of a request for each of the two. */
export interface Stated {
  /** Epoch milliseconds. */
  readonly readAt: number;
  /** When its backups are due. */
  readonly schedule: StatedSchedule;
  /** Undefined if no call says. */
  readonly lastRestore?: LastRestore | null | undefined;
}

/** `own`: as the service states it. Otherwise a cron expression of five fields. */
export type TargetSchedule =
  | "own"
  | {
      readonly cron: string;
      /** An IANA name, `UTC`, or an offset such as `UTC+02:00`. */
      readonly zone: string;
      /** How long after its time a run may begin, in milliseconds. */
      readonly grace: number;
    };

/** A maintenance window, or a fault that somebody has accepted. */
export interface Pause {
  /** When it ends, epoch milliseconds. */
  readonly until: number;
  /** For people. */
  readonly reason: string;
  /** Who has accepted it, for reports. @default null */
  readonly acceptedBy?: string | null | undefined;
}

/** The id that stands for everything that a service lists in a place. No service has one like it. */
export const ANY = "*";

/** What is backed up, or the policy that backs it up. */
export interface TargetResource {
  /** What the id names. */
  readonly type: "instance" | "policy" | "cluster";
  /** The service's own id. */
  readonly id: string;
}

/** At most so many requests, retries included, within any stretch of `periodMs`. */
export interface RateLimit {
  /** A whole number of at least 1. */
  readonly requests: number;
  /** Milliseconds. */
  readonly periodMs: number;
}

/** An account: the names of the variables that hold the credentials, never their values. */
export interface Account {
  /** As the targets name it. */
  readonly name: string;
  /** What the client's environment reader calls a variable, to the variable that holds it here. */
  readonly environment: Readonly<Record<string, string>>;
  /** Null: no limit but what the service refuses. */
  readonly rateLimit: RateLimit | null;
}
