/** The services whose calls are measured. */
export type Service = "dcs" | "starrocks";

/** Where a client sends its calls, and with which credentials. They are fake. */
export interface Place {
  readonly baseUrl: string;
  readonly projectId: string;
  readonly instanceId: string;
  readonly accessKeyId: string;
  readonly secret: string;
}

/** Something that can make the call of a row. */
export interface Client {
  readonly name: string;
  /** Reads one page of 10 and returns how many records it has. */
  call(): Promise<number>;
}

/** Path and query of the call that a row makes: one page of 10. */
export function targetOf(service: Service, { projectId, instanceId }: Place): string {
  return service === "dcs"
    ? `/v2/${projectId}/instances/${instanceId}/backups?limit=10&offset=0`
    : `/webapi/backup/manage/describe?InstanceId=${instanceId}&PageNumber=1&PageSize=10`;
}

/** A page of either service, as far as its records can be counted. */
export interface PageBody {
  readonly backup_record_response?: readonly unknown[];
  readonly Data?: readonly unknown[];
}

/** Counts the records of a page. */
export function countRecords({ backup_record_response, Data }: PageBody): number {
  return (backup_record_response ?? Data ?? []).length;
}
