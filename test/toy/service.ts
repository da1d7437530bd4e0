import { createClient } from "../../src/core/client.js";
import type { OperationDescriptor } from "../../src/core/operation.js";
import type { ClientOptions } from "../../src/core/options.js";
import {
  type BackupRecord,
  type BackupService,
  readState,
  type StateTable,
} from "../../src/records/record.js";
import { type Service, sourcePages } from "../../src/records/service.js";
import type { ServiceEntry } from "../../src/services.js";
import { toyMock } from "../mock/support/toy.js";

/** The client side of a service that does not exist: what a real service has in its folder and in `generated/`. */

interface Snapshot {
  readonly id: string;
  readonly state: string;
  readonly created: number;
}

interface ToyMethods {
  listSnapshots: {
    params: { box_id: string; limit?: number | undefined; since?: Date | undefined };
    body: { snapshots: Snapshot[] };
    item: Snapshot;
    kind: "backup";
  };
}

const name = "toy" as BackupService;
const states: StateTable = { busy: "running", done: "succeeded", broken: "failed" };

function toBackupRecord(source: Snapshot): BackupRecord<Snapshot> {
  const created = new Date(source.created * 1000);
  const state = readState(states, source.state);
  return {
    ...{ service: name, id: source.id, name: null, state, trigger: null, source },
    ...{ createdAt: created, startedAt: null, updatedAt: null, expiresAt: null, format: null, failure: null },
    ...{
      finishedAt: state === "succeeded" ? created : null,
      sizeBytes: null,
      progress: null,
      restorable: null,
    },
    resource: { type: "toy_box", id: "" },
  };
}

export function createToyClient(
  options: ClientOptions & { readonly baseUrl: string; readonly projectId: string },
) {
  const listSnapshots: OperationDescriptor | undefined = toyMock.operations["listSnapshots"];
  if (listSnapshots === undefined) throw new Error("the toy has no listing");
  const { baseUrl, region, projectId, ...rest } = options;
  return createClient<ToyMethods, Record<string, never>>(
    {
      service: name,
      operations: { listSnapshots: { ...listSnapshots, record: "backup" } },
      records: { listSnapshots: toBackupRecord },
      validators: async () => ({}),
      advice: () => undefined,
    },
    rest,
    { baseUrl, region, projectId },
  );
}

const toy: Service = {
  name,
  clouds: { otc: { name: "Toy Cloud", defaultRegion: "eu-de", regions: ["eu-de"] } },
  endpoints: { otc: "https://toy.{region}.invalid" },
  needsProject: true,
  subject: { option: "instance", types: ["instance"], required: true, tagged: false },
  apis: [],
  auditPageSize: 50,
  filtersPeriod: false,
  states,
  permissions: {},
  advice: () => undefined,
  columns: ["created", "finished"],
  schemas: { statuses: "ToyState", errorCodes: "ToyErrorCode" },
  open({ region, baseUrl = "https://toy.eu-de.invalid", projectId = "" }, options) {
    const client = createToyClient({ ...options, region, baseUrl, projectId });
    return {
      operation: "ListSnapshots",
      pages: (box_id = "", { pageSize: limit }, call) =>
        sourcePages(client.listSnapshots({ box_id, limit }, call), toBackupRecord),
    };
  },
};

/** The line of the toy in the list of services. */
export const toyEntry: ServiceEntry = {
  name,
  title: "Toy",
  clouds: ["otc"],
  ...(toyMock.document && { contract: toyMock.document }),
  load: async () => toy,
};
