// The forms of functions that take a call, as the libraries declare them that they are named after: a listing and a body fit.
import {
  createDcsClient,
  type DcsBackupRecord,
  type DcsBackupRecordList,
  type Page,
  token,
} from "backup-records";
import type { Expect, Same } from "./assert.js";

// TanStack Query 5.
declare function useQuery<Data>(options: {
  queryKey: readonly unknown[];
  queryFn: (context: { signal: AbortSignal }) => Data | Promise<Data>;
}): { data: Data | undefined };
declare function useInfiniteQuery<Data, Param>(options: {
  queryKey: readonly unknown[];
  queryFn: (context: { signal: AbortSignal; pageParam: Param }) => Data | Promise<Data>;
  initialPageParam: Param;
  getNextPageParam: (last: Data) => Param | undefined | null;
}): { data: { pages: Data[] } | undefined };
// SWR 2.
declare function useSWR<Data>(
  key: string,
  fetcher: (key: string) => Data | Promise<Data>,
): { data: Data | undefined };
// p-map 7.
declare function pMap<Element, Result>(
  input: Iterable<Element>,
  mapper: (element: Element, index: number) => Result | Promise<Result>,
): Promise<Result[]>;
// Next.js.
declare function unstable_cache<Call extends (...args: never[]) => Promise<unknown>>(call: Call): Call;
// React 19.
declare function use<Value>(promise: PromiseLike<Value>): Value;

const dcs = createDcsClient({ baseUrl: "https://x", projectId: "p", auth: token("t") });
const call = () => dcs.listBackupRecords({ instance_id: "i" });
type First = Page<DcsBackupRecord, DcsBackupRecordList>;

const query = useQuery({
  queryKey: ["backups"],
  queryFn: ({ signal }) => dcs.listBackupRecords({ instance_id: "i" }, { signal }),
});
export type Query = Expect<Same<typeof query.data, First | undefined>>;
const infinite = useInfiniteQuery({
  queryKey: ["backups"],
  queryFn: ({ signal, pageParam: cursor }) => dcs.listBackupRecords({ instance_id: "i" }, { signal, cursor }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (last) => last.cursor,
});
export type Infinite = Expect<Same<typeof infinite.data, { pages: First[] } | undefined>>;
const swr = useSWR("backups", call);
export type Swr = Expect<Same<typeof swr.data, First | undefined>>;
const mapped = await pMap(["i", "j"], (instance_id) => dcs.listBackupRecords({ instance_id }));
export type Mapped = Expect<Same<typeof mapped, First[]>>;
export const cached: () => Promise<First> = unstable_cache(call);
export const promised: () => Promise<First> = call;
export const used: First = use(call());
const all = await Promise.all([call(), dcs.showInstance({ instance_id: "i" })]);
export type All = Expect<Same<(typeof all)[0], First>>;
export const handled: Promise<DcsBackupRecord[]> = call()
  .then((page) => page.items)
  .catch(() => [])
  .finally(() => {});
