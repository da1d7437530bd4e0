import type { ReceivedRequest, Reply } from "./signing/received.js";

/** A DCS record as the source pages show one. */
export function dcsRecord(number: number, fields: object = {}): Record<string, unknown> {
  return {
    status: "succeed",
    remark: null,
    period: null,
    progress: "100.00",
    size: 880232 + number,
    instance_id: "5560df16-cebf-4473-95c4-d1b573c16e79",
    backup_id: `backup-${number}`,
    created_at: "2019-05-10T08:31:16.166Z",
    updated_at: "2019-05-10T08:32:30.546Z",
    backup_type: "manual",
    backup_name: `backup_${number}`,
    error_code: null,
    is_support_restore: "TRUE",
    ...fields,
  };
}

/** Responds to a listing of `count` records by `start` or `offset` and `limit`, as the service does. */
export function dcsListing(count: number): (request: ReceivedRequest) => Reply {
  return ({ target }) => {
    const { searchParams } = new URL(target, "http://127.0.0.1");
    const skip = Number(searchParams.get("offset") ?? Number(searchParams.get("start") ?? 1) - 1);
    const limit = Number(searchParams.get("limit") ?? 10);
    const records = Array.from({ length: Math.max(0, Math.min(limit, count - skip)) }, (_, i) =>
      dcsRecord(skip + i),
    );
    return { status: 200, body: { backup_record_response: records, total_num: count } };
  };
}
