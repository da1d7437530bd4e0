// Generated from the contract by `npm run generate`. Do not edit.
/** The paths of the contract and their methods, as openapi-fetch takes them. */
export interface paths {
    "/v2/{project_id}/backuppolicy/{policy_id}/backuptasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the backup jobs of a policy
         *
         * Returns the backup jobs that one backup policy has started, at most `limit` of them, together with the
         * number of all jobs that the filters leave. Every query parameter
         * is optional.
         *
         * Read page by page with `offset` and `count`: skip as many jobs as have been received, and stop once
         * `count` is reached or a page is empty. `marker` starts a page at a known job instead; nothing says how the two
         * combine, so use one of them.
         *
         * The vendor calls the same thing a backup job, a backup task and a task; its id is `job_id` throughout.
         */
        get: operations["ListBackupTasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/{project_id}/backuppolicy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the backup policies of a project
         *
         * Returns all backup policies of the project at once, those that are disabled included. There are no pages and no
         * filters. A project has few policies: the source pages speak of 10 and of 32.
         *
         * No call says which volumes a policy has. A volume has one policy at most, and the jobs of a policy name the
         * volumes that it has backed up.
         */
        get: operations["ListBackupPolicies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
/** The named parts of the contract, by kind. Each schema is exported by its name, too. */
export interface components {
    schemas: {
        VbsBackupTaskStatus: VbsBackupTaskStatus;
        VbsBackupTask: VbsBackupTask;
        VbsBackupTaskList: VbsBackupTaskList;
        VbsApiErrorCode: VbsApiErrorCode;
        VbsErrorDetail: VbsErrorDetail;
        VbsErrorBody: VbsErrorBody;
        GatewayErrorCode: GatewayErrorCode;
        GatewayErrorBody: GatewayErrorBody;
        VbsWeekday: VbsWeekday;
        VbsFirstBackupKept: VbsFirstBackupKept;
        VbsBackupPolicyStatus: VbsBackupPolicyStatus;
        VbsScheduledPolicy: VbsScheduledPolicy;
        VbsBackupPolicy: VbsBackupPolicy;
        VbsBackupPolicyList: VbsBackupPolicyList;
    };
    responses: {
        /** The request cannot be processed as it stands: a parameter is malformed or out of its range. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": VbsErrorBody | GatewayErrorBody;
            };
        };
        /** The call is not authenticated: the token is missing, expired or wrong, or the signature does not fit. The source page asks for a user name and a password for a page; what is needed is a token or a signature. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": VbsErrorBody | GatewayErrorBody;
            };
        };
        /** The caller is known but may not list the policies or the jobs of this project. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": VbsErrorBody | GatewayErrorBody;
            };
        };
        /** There is no such policy in the project, or no such path. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": VbsErrorBody | GatewayErrorBody;
            };
        };
        /** The path exists but does not take this method; the listing takes GET alone. */
        MethodNotAllowed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": VbsErrorBody | GatewayErrorBody;
            };
        };
        /** The service cannot respond in a form that the request's Accept header allows. Its responses are JSON. */
        NotAcceptable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": VbsErrorBody | GatewayErrorBody;
            };
        };
        /** A proxy between the caller and the service wants credentials of its own. A client on `fetch` never sees this status: the Fetch standard turns it into a network error, in Node (`TypeError: fetch failed`) as in browsers. A client that has to distinguish it from other failures needs another transport, such as `node:http`. */
        ProxyAuthenticationRequired: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": VbsErrorBody | GatewayErrorBody;
            };
        };
        /** The request took too long to arrive. A listing changes nothing, so it can be sent again. */
        RequestTimeout: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": VbsErrorBody | GatewayErrorBody;
            };
        };
        /** The request clashes with the present state of what it addresses. Nothing says when a listing would do so. */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": VbsErrorBody | GatewayErrorBody;
            };
        };
        /** Calls come faster than the gateway allows. Wait, then send the request again. */
        TooManyRequests: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": VbsErrorBody | GatewayErrorBody;
            };
        };
        /** An error inside the service stopped the call. */
        InternalServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": VbsErrorBody | GatewayErrorBody;
            };
        };
        /** The service does not have the function that was requested. */
        NotImplemented: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": VbsErrorBody | GatewayErrorBody;
            };
        };
        /** The gateway got no usable response from the service behind it. The source page blames an invalid request; the status stands for a failure behind the gateway, and the request can be sent again. */
        BadGateway: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": VbsErrorBody | GatewayErrorBody;
            };
        };
        /** The service cannot take requests at the moment. Send the request again later. */
        ServiceUnavailable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": VbsErrorBody | GatewayErrorBody;
            };
        };
        /** The service behind the gateway did not respond in time. The request can be sent again. */
        GatewayTimeout: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": VbsErrorBody | GatewayErrorBody;
            };
        };
        /** The request cannot be processed as it stands. The call has no parameter but the project, so that little can be wrong with it. */
        PoliciesBadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": VbsErrorBody | GatewayErrorBody;
            };
        };
        /** There is no such path. A project without policies is an empty list, not this. */
        PoliciesNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": VbsErrorBody | GatewayErrorBody;
            };
        };
    };
    parameters: {
        /** Id of the project that owns the policies. A token must have been issued for this project. */
        ProjectId: string;
        /** Id of the backup policy whose jobs are listed; the `backup_policy_id` of `ListBackupPolicies`. */
        PolicyId: string;
        /** Direction of the order by `sort_key`: `asc` puts the oldest job first, `desc` the newest. Which of them holds when the parameter is absent is undocumented; send it wherever the order matters. */
        SortDir: "asc" | "desc";
        /** How many jobs one page holds at most; 20 if it is absent. The largest value that the service accepts is undocumented. */
        Limit: number;
        /** Id of the job (`job_id`) from which the page starts. The source page speaks of a number and then of an id; it is an id. Whether that job itself is part of the page, and whether `marker` or `offset` wins if both are sent, is undocumented, so the two are not to be combined. */
        Marker: string;
        /** Keeps only the backup job that has this id. */
        JobId: string;
        /** Keeps only the jobs that are in this state. */
        Status: VbsBackupTaskStatus;
        /** Field that the listing is ordered by. The time of creation is the only one that the service sorts by, so the parameter can be left out. */
        SortKey: "created_at";
        /** How many jobs to skip before the first one of the page; 0, which starts at the first, if it is absent. How it acts together with `marker` is undocumented, so the two are not to be combined. */
        Offset: number;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
/** The operations of the contract by operationId: parameters, and responses by status. */
export interface operations {
    ListBackupTasks: {
        parameters: {
            query?: {
                /** Direction of the order by `sort_key`: `asc` puts the oldest job first, `desc` the newest. Which of them holds when the parameter is absent is undocumented; send it wherever the order matters. */
                sort_dir?: components["parameters"]["SortDir"];
                /** How many jobs one page holds at most; 20 if it is absent. The largest value that the service accepts is undocumented. */
                limit?: components["parameters"]["Limit"];
                /** Id of the job (`job_id`) from which the page starts. The source page speaks of a number and then of an id; it is an id. Whether that job itself is part of the page, and whether `marker` or `offset` wins if both are sent, is undocumented, so the two are not to be combined. */
                marker?: components["parameters"]["Marker"];
                /** Keeps only the backup job that has this id. */
                job_id?: components["parameters"]["JobId"];
                /** Keeps only the jobs that are in this state. */
                status?: components["parameters"]["Status"];
                /** Field that the listing is ordered by. The time of creation is the only one that the service sorts by, so the parameter can be left out. */
                sort_key?: components["parameters"]["SortKey"];
                /** How many jobs to skip before the first one of the page; 0, which starts at the first, if it is absent. How it acts together with `marker` is undocumented, so the two are not to be combined. */
                offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path: {
                /** Id of the project that owns the policies. A token must have been issued for this project. */
                project_id: components["parameters"]["ProjectId"];
                /** Id of the backup policy whose jobs are listed; the `backup_policy_id` of `ListBackupPolicies`. */
                policy_id: components["parameters"]["PolicyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page of jobs and the number of all of them. The source page prints an error body as an alternative to this one and gives no status for it; here it belongs to the error statuses alone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": VbsBackupTaskList;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            407: components["responses"]["ProxyAuthenticationRequired"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
    ListBackupPolicies: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of the project that owns the policies. A token must have been issued for this project. */
                project_id: components["parameters"]["ProjectId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** All policies. The source page prints an error body as an alternative to this one and gives no status for it; here it belongs to the error statuses alone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": VbsBackupPolicyList;
                };
            };
            400: components["responses"]["PoliciesBadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["PoliciesNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            407: components["responses"]["ProxyAuthenticationRequired"];
            408: components["responses"]["RequestTimeout"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            501: components["responses"]["NotImplemented"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
            504: components["responses"]["GatewayTimeout"];
        };
    };
}
/**
 * State of a backup job. The vendor gives the values without their meaning, which is read from their names here. The list is known to have grown, so a reader has to expect values that it does not know.
 * @example RUNNING
 */
export type VbsBackupTaskStatus = "RUNNING" | "EXECUTE_TIMEOUT" | "WAITING" | "EXECUTE_FAIL" | "EXECUTE_SUCCESS" | "SKIP" | (string & {});
/** One backup job, which is one run of a policy for one resource. */
export interface VbsBackupTask {
    /** State that the job is in. */
    status: VbsBackupTaskStatus;
    /**
     * Id of the backup job; what `marker` and the filter `job_id` take.
     * @example 0781095c-b8ab-4ce5-99f3-4c5f6ff75319
     */
    job_id: string;
    /**
     * When the job was created: date and time in UTC with a fraction of a second and without a zone, so that a `Z` has to be added before it is parsed.
     * @example 2016-12-02T09:06:46.706
     */
    created_at: string;
    /**
     * When the job ended, written as `created_at` is. Absent while the job runs, which the source page shows but does not say.
     * @example 2016-12-02T13:00:00.121
     */
    finished_at?: string;
    /**
     * Name of the backup that the job makes.
     * @example autobk_a61d
     */
    backup_name: string;
    /**
     * Id of what is backed up.
     * @example f47a4ab5-11f5-4509-97f5-80ce0dd74e37
     */
    resource_id: string;
    /**
     * Kind of what is backed up. The only value shown is `volume`, a disk; no list of values is given.
     * @example volume
     */
    resource_type: string;
    /**
     * Id of the job inside VBS that carries the backup out, not to be taken for `job_id`. It is listed but in no example, so it may be absent.
     * @example 4010b39b5281d3590152874bfa3b1604
     */
    vbs_job_id?: string;
}
/** One page of backup jobs. Both fields are required although a single example shows them: they distinguish this response from the error body that the source page prints next to it. */
export interface VbsBackupTaskList {
    /**
     * Number of all jobs that the filters leave, not of those on this page. That it is the overall total is inferred from its description, so a reader stops at an empty page as well.
     * @example 1
     */
    count: number;
    /** The jobs of this page, empty if there are none. The source page lists their fields in one table with the fields of this object. */
    tasks: VbsBackupTask[];
}
/** Codes of the service that a listing can meet, of a longer list. */
export type VbsApiErrorCode = "AutoBackup.0000" | "AutoBackup.0002" | "AutoBackup.0003" | "AutoBackup.0006" | "AutoBackup.0009" | "AutoBackup.0205" | "AutoBackup.0213" | "AutoBackup.1100" | (string & {});
/** Text and code of an error. The source pages list both between the fields of a job or of a policy, and show them here alone. */
export interface VbsErrorDetail {
    /**
     * What went wrong, in words for a person.
     * @example The backup policy does not exist.
     */
    message: string;
    /**
     * Code of the error, one of the listed ones or another.
     * @example AutoBackup.0205
     */
    code: VbsApiErrorCode | string;
}
/** The error body of the service itself, an object inside an object. */
export interface VbsErrorBody {
    /** What went wrong. */
    error: VbsErrorDetail;
}
/** Codes of the API gateway that a read can meet. The list is not complete; other codes come, too. */
export type GatewayErrorCode = "APIGW.0101" | "APIGW.0201" | "APIGW.0301" | "APIGW.0302" | "APIGW.0307" | "APIGW.0308" | "APIGW.0310" | "APIGW.0601" | "APIGW.0610" | "APIGW.0613" | "APIGW.0801" | (string & {});
/** What the API gateway in front of the service returns when it refuses a request itself. It can come from any operation and with any error status. */
export interface GatewayErrorBody {
    /**
     * Code of the error, one of the listed ones or another.
     * @example APIGW.0308
     */
    error_code: GatewayErrorCode | string;
    /**
     * What went wrong, in words for a person.
     * @example The throttling threshold has been reached.
     */
    error_msg: string;
    /**
     * Id of the request, to be quoted to the vendor's support.
     * @example a0b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5
     */
    request_id?: string;
}
/** A day of the week. */
export type VbsWeekday = "SUN" | "MON" | "TUE" | "WED" | "THU" | "FRI" | "SAT" | (string & {});
/**
 * Whether the first backup of the current month is kept.
 * @example Y
 */
export type VbsFirstBackupKept = "Y" | "N" | (string & {});
/**
 * Whether a policy runs at all.
 * @example ON
 */
export type VbsBackupPolicyStatus = "ON" | "OFF" | (string & {});
/** When a policy runs, and how many backups it keeps. It runs every `frequency` days or on the days of `week_frequency`, and keeps `rentention_num` backups or those of `rentention_day` days; if both of a pair are set, the first counts. */
export interface VbsScheduledPolicy {
    /**
     * Times of the day at which the policy runs: full hours in **UTC**, as `HH:mm`, several separated by commas. They are in the order of the policy's own zone, so that midnight UTC need not come first.
     * @example 12:00
     */
    start_time: string;
    /**
     * Number of days from one run to the next, 1 to 14, counted from the first day of each month: with 3, the policy runs on the days 1, 4, 7 and so on, whenever it was created. Absent if the policy runs on days of the week.
     * @example 1
     */
    frequency?: number;
    /**
     * Days of the week on which the policy runs. Absent if it runs every `frequency` days. Whether a day is one of UTC or of `time_zone` is not documented.
     * @example [
     *       "SUN",
     *       "WED"
     *     ]
     */
    week_frequency?: VbsWeekday[];
    /**
     * Number of backups that are kept of each volume, 2 to 14; older ones are deleted. Spelt so. Absent if backups are kept for a number of days.
     * @example 10
     */
    rentention_num?: number;
    /**
     * Number of days for which backups are kept, 2 to 99999. Spelt so. Absent if a number of backups is kept.
     * @example 30
     */
    rentention_day?: number;
    /** Whether the first backup of the current month is kept, however old it is. Spelt so. */
    remain_first_backup_of_curMonth: VbsFirstBackupKept;
    /** Whether the policy runs at all. */
    status: VbsBackupPolicyStatus;
}
/** One backup policy: when it backs up its volumes, and how many backups it keeps. Which volumes it has is in no response of the service; the jobs that it has started (`ListBackupTasks`) name those that it has backed up. */
export interface VbsBackupPolicy {
    /**
     * Name of the policy. Optional because the second policy of the source page's example lacks it, by a slip.
     * @example plan01
     */
    backup_policy_name?: string;
    /**
     * A slip of the source page's example, whose second policy has its name under this key, with a blank at its end. Read `backup_policy_name`.
     * @deprecated
     * @example plan02
     */
    "backup_policy_name "?: string;
    /** When the policy runs, and how many backups it keeps. */
    scheduled_policy: VbsScheduledPolicy;
    /**
     * Id of the policy; what `ListBackupTasks` takes as `policy_id`.
     * @example af8a20b0-117d-4fc3-ae53-aa3968a4f870
     */
    backup_policy_id: string;
    /**
     * Number of volumes that the policy backs up. Which ones they are is not said.
     * @example 10
     */
    policy_resource_count: number;
    /**
     * Time zone in which the policy was set up, as `UTC+HH:mm` or `UTC-HH:mm`, daylight saving time included. The times in `start_time` are in UTC, regardless of it. No example of a list has it. That it occurs together with `scheduled_policy` is inferred from the request that creates a policy, which also states its format.
     * @example UTC+08:00
     */
    time_zone?: string;
}
/** All backup policies of the project. The list is required although a single example shows it: it distinguishes this response from the error body that the source page prints next to it. */
export interface VbsBackupPolicyList {
    /** Every policy of the project, enabled or not. The source page lists the fields of a policy, of its schedule and of an error in one table with this one. */
    backup_policies: VbsBackupPolicy[];
}
