// Generated from spec/audit/targets.schema.json by `npm run generate`. Do not edit.
export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * a name: one line of at most 200 characters, no spaces around it
         * @description One line of at most 200 characters, without spaces around it.
         */
        readonly name: string;
        /** an id */
        readonly id: string;
        /**
         * a duration above zero, such as 90s, 30m, 26h, 7d, 1w or 1h30m
         * @description Whole numbers with units, largest first: 90s, 30m, 26h, 7d, 1w, 1h30m, 500ms.
         */
        readonly duration: string;
        /**
         * the name of a variable, such as TEAM_A_SECRET
         * @description Name of the variable that holds the value, never the value itself.
         */
        readonly variable: string;
        /**
         * a list of ids, { file: ids.txt }, or -
         * @description A list of ids; or { file: ids.txt }, a file with one id a line, in which empty lines and lines that begin with # are ignored; or - or { stdin: true }, the same from standard input.
         */
        readonly ids: readonly components["schemas"]["id"][] | {
            /**
             * the path of a file
             * @description Path, relative to this file.
             */
            readonly file?: string;
            /**
             * @description Ids from standard input, one a line.
             * @constant
             */
            readonly stdin?: true;
        } | string;
        /**
         * @description dcs: Distributed Cache Service · vbs: Volume Backup Service · starrocks: EMR Serverless StarRocks · cbr: Cloud Backup and Recovery.
         * @enum {unknown}
         */
        readonly service: "dcs" | "vbs" | "starrocks" | "cbr";
        /**
         * @description dcs: version of the API. v2 is the default; v1.0 is its outdated predecessor.
         * @enum {unknown}
         */
        readonly api: "v2" | "v1.0";
        /**
         * @description dcs, cbr: huaweicloud or otc; default: the cloud of the account's credentials. vbs: otc only. starrocks: alibabacloud only.
         * @enum {unknown}
         */
        readonly cloud: "huaweicloud" | "otc" | "alibabacloud";
        /**
         * a region, such as eu-de
         * @description Region of the service, such as eu-de; not needed with baseUrl. Default of vbs: eu-de.
         */
        readonly region: string;
        /** @description dcs, vbs, cbr: id of the project. Default: the project that the account's variables name. */
        readonly project: components["schemas"]["id"];
        /**
         * a URL that begins with https://
         * @description Address of the service, in place of the vendor's own. http is allowed for this machine only.
         */
        readonly baseUrl: string;
        /** @description Name of an account in this file. */
        readonly accountName: components["schemas"]["name"];
        /** @description Your own words for filters and metrics, such as team: shop. */
        readonly labels: {
            readonly [key: string]: string;
        };
        /**
         * an objective
         * @description What is expected of the backups.
         */
        readonly objective: {
            /** @description Maximum age of the last good backup. Default: 26h, a daily backup with two hours to spare. */
            readonly maxAge?: components["schemas"]["duration"];
            /**
             * a duration above zero, such as 90s, 30m, 26h, 7d, 1w or 1h30m
             * @description Maximum time that a backup may run. Default: none, no limit.
             */
            readonly maxDuration?: string | components["schemas"]["duration"] | "none";
            /** @description Maximum number of backups that may have failed since the last good one. Default: any; the reason says how many have. */
            readonly maxFailures?: number;
            /** @description Maximum age of the last restoration that succeeded. Default: no limit. */
            readonly maxRestoreAge?: components["schemas"]["duration"];
            /** @description Minimum number of backups that can be restored. Default: 0. */
            readonly minRestorable?: number;
            /** @description Backups that do not count. */
            readonly ignore?: {
                /** @description true: a job that the service skipped is not a failure. Default: true. */
                readonly skipped?: boolean;
                /** @description true: backups that a person started do not count. Default: false. */
                readonly manual?: boolean;
            };
        };
        /**
         * own, none, or { cron: 0 3 * * 1-5, zone: Europe/Berlin }
         * @description When backups are due. own: as the service states it. none: only the age counts. Or a cron expression. Default: none. With a schedule, maxAge has no default.
         * @example { cron: 0 3 * * 1-5, zone: Europe/Berlin }
         */
        readonly schedule: string | {
            /**
             * a cron expression of five fields, such as 0 3 * * 1-5
             * @description Minute, hour, day of the month, month, day of the week. If neither day field is *, a day that fits either is due.
             */
            readonly cron?: string;
            /**
             * a time zone, such as Europe/Berlin
             * @description Name of an IANA time zone, UTC, or an offset such as UTC+02:00. Default: UTC.
             */
            readonly zone?: string;
            /** @description How long after its time a run may begin. Default: 2h. */
            readonly grace?: components["schemas"]["duration"];
        };
        /**
         * @description Excuses the target until a day: a maintenance window, or a fault that somebody has accepted. After that day the pause is a finding until it is removed.
         * @example { until: 2026-12-24, reason: moves to another cluster }
         */
        readonly pause: {
            /**
             * a day, such as 2026-12-24
             * @description The last day of the pause, in UTC.
             */
            readonly until?: string;
            /**
             * one line of at most 200 characters
             * @description Why, for reports.
             */
            readonly reason?: components["schemas"]["name"];
            /**
             * one line of at most 200 characters
             * @description Who has accepted it, for reports.
             */
            readonly acceptedBy?: components["schemas"]["name"];
        };
        readonly settings: {
            readonly service?: components["schemas"]["service"];
            readonly api?: components["schemas"]["api"];
            readonly cloud?: components["schemas"]["cloud"];
            readonly region?: components["schemas"]["region"];
            readonly project?: components["schemas"]["project"];
            readonly baseUrl?: components["schemas"]["baseUrl"];
            readonly account?: components["schemas"]["accountName"];
            readonly labels?: components["schemas"]["labels"];
            readonly objective?: components["schemas"]["objective"];
            readonly schedule?: components["schemas"]["schedule"];
            readonly pause?: components["schemas"]["pause"];
        };
        /** a target */
        readonly target: {
            /** @description Name in reports, unique in the file. Default: the id. With several ids, each target is called name/id. */
            readonly name?: components["schemas"]["name"];
            /** @description Name of a group in this file. */
            readonly group?: components["schemas"]["name"];
            readonly service?: components["schemas"]["service"];
            readonly api?: components["schemas"]["api"];
            readonly cloud?: components["schemas"]["cloud"];
            readonly region?: components["schemas"]["region"];
            readonly project?: components["schemas"]["project"];
            readonly baseUrl?: components["schemas"]["baseUrl"];
            readonly account?: components["schemas"]["accountName"];
            readonly labels?: components["schemas"]["labels"];
            readonly objective?: components["schemas"]["objective"];
            readonly schedule?: components["schemas"]["schedule"];
            readonly pause?: components["schemas"]["pause"];
            /** @description dcs, starrocks: id of the instance. cbr: id of the server, disk or share. */
            readonly instance?: components["schemas"]["id"];
            /** @description dcs, starrocks: ids of instances; cbr: ids of servers, disks or shares; each is a target. */
            readonly instances?: components["schemas"]["ids"];
            /** @description vbs: id of the backup policy. */
            readonly policy?: components["schemas"]["id"];
            /** @description vbs: ids of backup policies; each is a target. */
            readonly policies?: components["schemas"]["ids"];
            /** @description starrocks: id of the cluster. */
            readonly cluster?: components["schemas"]["id"];
            /** @description starrocks: ids of clusters; each is a target. */
            readonly clusters?: components["schemas"]["ids"];
        };
        /**
         * a list of names, with * for any characters
         * @description Names, with * for any number of characters. Upper and lower case are the same.
         */
        readonly patterns: readonly string[];
        /** a discovery */
        readonly discovery: {
            readonly service?: components["schemas"]["service"];
            readonly api?: components["schemas"]["api"];
            readonly cloud?: components["schemas"]["cloud"];
            /**
             * a list of regions
             * @description Regions to look in. Default: that of the group, the defaults or the credentials.
             */
            readonly regions?: readonly components["schemas"]["region"][];
            /**
             * a list of projects
             * @description dcs, vbs: ids of the projects to look in. Default: that of the group, the defaults or the credentials.
             */
            readonly projects?: readonly components["schemas"]["id"][];
            readonly baseUrl?: components["schemas"]["baseUrl"];
            readonly account?: components["schemas"]["accountName"];
            /** @description Name of a group in this file. */
            readonly group?: components["schemas"]["name"];
            /** @description Only instances and policies with one of these names or ids. */
            readonly names?: components["schemas"]["patterns"];
            /** @description None with one of these names or ids. */
            readonly except?: components["schemas"]["patterns"];
            /** @description dcs, starrocks: only instances that have all of these tags. */
            readonly tags?: {
                readonly [key: string]: string;
            };
            /**
             * a list of statuses
             * @description Only those in one of these statuses, in the service's own words: RUNNING (dcs), ON (vbs), running (starrocks).
             */
            readonly statuses?: readonly string[];
            readonly labels?: components["schemas"]["labels"];
            readonly objective?: components["schemas"]["objective"];
            /**
             * own, none, or { cron: 0 3 * * 1-5, zone: Europe/Berlin }
             * @description When backups are due. Default: own, as the service states it.
             */
            readonly schedule?: components["schemas"]["schedule"];
            readonly pause?: components["schemas"]["pause"];
            /**
             * a list of overrides
             * @description Other settings for some of them. If several fit, the later one wins; labels and objectives merge key by key.
             */
            readonly overrides?: readonly {
                /** @description Names or ids for which the override holds. */
                readonly names?: components["schemas"]["patterns"];
                readonly labels?: components["schemas"]["labels"];
                readonly objective?: components["schemas"]["objective"];
                readonly schedule?: components["schemas"]["schedule"];
                readonly pause?: components["schemas"]["pause"];
            }[];
        };
        /** an account */
        readonly account: {
            /** @description For each of the vendors' variables, the name of your variable that holds the value. The account then sees no other of the vendors' variables. Default: the vendors' own variables, or clouds.yaml. */
            readonly environment?: {
                readonly HUAWEICLOUD_SDK_AK?: components["schemas"]["variable"];
                readonly HUAWEICLOUD_SDK_SK?: components["schemas"]["variable"];
                readonly HUAWEICLOUD_SDK_SECURITY_TOKEN?: components["schemas"]["variable"];
                readonly HUAWEICLOUD_SDK_PROJECT_ID?: components["schemas"]["variable"];
                readonly OS_CLOUD?: components["schemas"]["variable"];
                readonly OS_CLIENT_CONFIG_FILE?: components["schemas"]["variable"];
                readonly OS_CLIENT_SECURE_FILE?: components["schemas"]["variable"];
                readonly OS_TOKEN?: components["schemas"]["variable"];
                readonly OS_ACCESS_KEY?: components["schemas"]["variable"];
                readonly OS_SECRET_KEY?: components["schemas"]["variable"];
                readonly OS_SECURITY_TOKEN?: components["schemas"]["variable"];
                readonly OS_USERNAME?: components["schemas"]["variable"];
                readonly OS_PASSWORD?: components["schemas"]["variable"];
                readonly OS_USER_DOMAIN_NAME?: components["schemas"]["variable"];
                readonly OS_USER_DOMAIN_ID?: components["schemas"]["variable"];
                readonly OS_DOMAIN_NAME?: components["schemas"]["variable"];
                readonly OS_DOMAIN_ID?: components["schemas"]["variable"];
                readonly OS_PROJECT_NAME?: components["schemas"]["variable"];
                readonly OS_PROJECT_ID?: components["schemas"]["variable"];
                readonly OS_TENANT_NAME?: components["schemas"]["variable"];
                readonly OS_TENANT_ID?: components["schemas"]["variable"];
                readonly OS_AUTH_URL?: components["schemas"]["variable"];
                readonly OS_REGION_NAME?: components["schemas"]["variable"];
                readonly ALIBABA_CLOUD_ACCESS_KEY_ID?: components["schemas"]["variable"];
                readonly ALIBABA_CLOUD_ACCESS_KEY_SECRET?: components["schemas"]["variable"];
                readonly ALIBABA_CLOUD_SECURITY_TOKEN?: components["schemas"]["variable"];
            };
            /**
             * @description Maximum number of requests of the account in any period of this length, retries included. Default: no limit.
             * @example { requests: 20, per: 1s }
             */
            readonly rateLimit?: {
                /** @description Number of requests. */
                readonly requests?: number;
                /** @description Length of the period. */
                readonly per?: components["schemas"]["duration"];
            };
        };
        /**
         * a targets file
         * @description What `backup-records audit` checks, with whose credentials, and what is expected of the backups.
         */
        readonly file: {
            /**
             * the address of a schema
             * @description Address of this schema, for editors.
             */
            readonly $schema?: string;
            /** @description Credentials, under names that you choose. A target without `account` uses the account `default`. If the file has no accounts, `default` stands for the credentials of the environment. */
            readonly accounts?: {
                readonly [key: string]: components["schemas"]["account"];
            };
            /** @description Settings of all targets. A target and its group override them; labels and objectives merge key by key. */
            readonly defaults?: components["schemas"]["settings"];
            /** @description Settings that several targets share, under names that you choose. A group overrides `defaults`. */
            readonly groups?: {
                readonly [key: string]: components["schemas"]["settings"];
            };
            /** @description Whose backups are checked. A target overrides its group. A group overrides `defaults`. */
            readonly targets?: readonly components["schemas"]["target"][];
            /** @description Where an audit finds targets by itself, each time: every instance and policy that the service lists. What `targets` names as well keeps its own settings. */
            readonly discover?: readonly components["schemas"]["discovery"][];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;

export type FileContent = components["schemas"]["file"];
export type TargetContent = components["schemas"]["target"];
export type DiscoveryContent = components["schemas"]["discovery"];
export type Settings = components["schemas"]["settings"];
export type AccountContent = components["schemas"]["account"];
export type IdsContent = components["schemas"]["ids"];
