// Generated from the contract by `npm run generate`. Do not edit.
import type {
  VbsBackupTask,
  VbsBackupTaskList,
  VbsBackupPolicyList,
} from "./types.js";

/** Parameters of ListBackupTasks. */
export interface ListBackupTasksParams {
  /**
   * Id of the backup policy whose jobs are listed; the `backup_policy_id` of `ListBackupPolicies`.
   */
  policy_id: string;
  /**
   * Direction of the order by `sort_key`: `asc` puts the oldest job first, `desc` the newest. Which of them holds when the parameter is absent is undocumented; send it wherever the order matters.
   */
  sort_dir?: "asc" | "desc" | undefined;
  /**
   * How many jobs one page holds at most; 20 if it is absent. The largest value that the service accepts is undocumented.
   * @default 20
   */
  limit?: number | undefined;
  /**
   * Id of the job (`job_id`) from which the page starts. The source page speaks of a number and then of an id; it is an id. Whether that job itself is part of the page, and whether `marker` or `offset` wins if both are sent, is undocumented, so the two are not to be combined.
   */
  marker?: string | undefined;
  /**
   * Keeps only the backup job that has this id.
   */
  job_id?: string | undefined;
  /**
   * Keeps only the jobs that are in this state.
   */
  status?: "RUNNING" | "EXECUTE_TIMEOUT" | "WAITING" | "EXECUTE_FAIL" | "EXECUTE_SUCCESS" | "SKIP" | undefined;
  /**
   * Field that the listing is ordered by. The time of creation is the only one that the service sorts by, so the parameter can be left out.
   */
  sort_key?: "created_at" | undefined;
  /**
   * How many jobs to skip before the first one of the page; 0, which starts at the first, if it is absent. How it acts together with `marker` is undocumented, so the two are not to be combined.
   * @default 0
   */
  offset?: number | undefined;
}

/** Parameters of ListBackupPolicies. */
export interface ListBackupPoliciesParams {

}

/** The client's methods: the types of their parameters, of a response's body and of a listed record. */
export interface VbsMethods {
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
  listBackupTasks: { params: ListBackupTasksParams; body: VbsBackupTaskList; item: VbsBackupTask; kind: "backup" };
  /**
   * List the backup policies of a project
   *
   * Returns all backup policies of the project at once, those that are disabled included. There are no pages and no
   * filters. A project has few policies: the source pages speak of 10 and of 32.
   *
   * No call says which volumes a policy has. A volume has one policy at most, and the jobs of a policy name the
   * volumes that it has backed up.
   */
  listBackupPolicies: { params: ListBackupPoliciesParams; body: VbsBackupPolicyList };
}

export const operations = {
  "listBackupTasks": {
    "operationId": "ListBackupTasks",
    "method": "GET",
    "path": "/v2/{project_id}/backuppolicy/{policy_id}/backuptasks",
    "parameters": [
      {
        "name": "project_id",
        "in": "path",
        "required": true,
        "type": "string"
      },
      {
        "name": "policy_id",
        "in": "path",
        "required": true,
        "type": "string"
      },
      {
        "name": "sort_dir",
        "in": "query",
        "required": false,
        "type": "string",
        "values": [
          "asc",
          "desc"
        ]
      },
      {
        "name": "limit",
        "in": "query",
        "required": false,
        "type": "integer",
        "minimum": 1,
        "default": 20
      },
      {
        "name": "marker",
        "in": "query",
        "required": false,
        "type": "string"
      },
      {
        "name": "job_id",
        "in": "query",
        "required": false,
        "type": "string"
      },
      {
        "name": "status",
        "in": "query",
        "required": false,
        "type": "string",
        "values": [
          "RUNNING",
          "EXECUTE_TIMEOUT",
          "WAITING",
          "EXECUTE_FAIL",
          "EXECUTE_SUCCESS",
          "SKIP"
        ]
      },
      {
        "name": "sort_key",
        "in": "query",
        "required": false,
        "type": "string",
        "values": [
          "created_at"
        ]
      },
      {
        "name": "offset",
        "in": "query",
        "required": false,
        "type": "integer",
        "minimum": 0,
        "default": 0
      }
    ],
    "success": [
      200
    ],
    "paging": {
      "style": "offset",
      "parameters": {
        "position": "offset",
        "limit": "limit"
      },
      "total": "/count",
      "items": "/tasks",
      "id": "/job_id",
      "conflicts": [
        "marker"
      ],
      "required": true
    },
    "record": "backup",
    "signing": {
      "service": "vbs"
    }
  },
  "listBackupPolicies": {
    "operationId": "ListBackupPolicies",
    "method": "GET",
    "path": "/v2/{project_id}/backuppolicy",
    "parameters": [
      {
        "name": "project_id",
        "in": "path",
        "required": true,
        "type": "string"
      }
    ],
    "success": [
      200
    ],
    "signing": {
      "service": "vbs"
    }
  }
} as const;

/** Cloud to its regions: editors complete the known ones, and others pass. */
export interface VbsRegions {
  /** Regions of Open Telekom Cloud. */
  otc: "eu-de" | (string & {});
}

/** Cloud to the URL of its endpoints. */
export const endpoints = {
  "otc": "https://vbs.eu-de.otc.t-systems.com"
} as const;

/** Cloud to its name and known regions. */
export const clouds = {
  "otc": {
    "name": "Open Telekom Cloud",
    "defaultRegion": "eu-de",
    "regions": [
      "eu-de"
    ]
  }
} as const;
