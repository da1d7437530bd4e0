/** Where a side sends its calls, and as whom: nothing here is valid anywhere. */
export interface Place {
  readonly baseUrl: string;
  readonly projectId: string;
  readonly instanceId: string;
  readonly accessKeyId: string;
  readonly secret: string;
}

/** Path and query of the DCS v2 call for one page of 10. */
export function dcsTarget({ projectId, instanceId }: Place): string {
  return `/v2/${projectId}/instances/${instanceId}/backups?limit=10&offset=0`;
}

/** Path and query of `DescribeBackups` for one page of 10. */
export function starrocksTarget({ instanceId }: Place): string {
  return `/webapi/backup/manage/describe?InstanceId=${instanceId}&PageNumber=1&PageSize=10`;
}

/** Rows of a DCS page. */
export function dcsRows(body: { readonly backup_record_response?: readonly unknown[] }): number {
  return body.backup_record_response?.length ?? 0;
}

/** Rows of a StarRocks page. */
export function starrocksRows(body: { readonly Data?: readonly unknown[] }): number {
  return body.Data?.length ?? 0;
}
