import { type Job, type Processor, Queue, WaitingError, Worker, type WorkerOptions } from "bullmq";
import type { Scheduler } from "fast-check";
import { Redis } from "ioredis";
import { notChecked } from "../../../../src/audit/check.js";
import type { CheckTarget } from "../../../../src/audit/queue/check-target.js";
import type { connectQueue, QueueLibraries } from "../../../../src/audit/queue/connection.js";
import { QueueError } from "../../../../src/audit/queue/errors.js";
import type { AuditJob } from "../../../../src/audit/queue/job.js";
import { queueKey, runKeys } from "../../../../src/audit/queue/keys.js";
import { decodeResult } from "../../../../src/audit/queue/result-codec.js";
import type { TargetResult } from "../../../../src/audit/result.js";
import type { Target } from "../../../../src/audit/target.js";
import { loadServices } from "../../../../src/load-service.js";
import { accounts, target } from "../../../queue/support/targets.js";
import { fakeClock, settle } from "../../../support/fake-clock.js";
import type { Batch, Line } from "./lines.js";
import type { Subject } from "./prove.js";
import { createModel, type Hold, type Holder } from "./queue-model.js";
import { type Event, LOSING, type QueuePlan } from "./queue-plan.js";
import { ACCOUNT, type QueueServer, RUN } from "./queue-server.js";

/** How many jobs a worker processes at a time. */
const LANES = 2;
/** A run that has not ended by then never does. */
const MAX_STEPS = 4_000;

/** A worker's process: what it holds, and the end of it. */
interface Process extends Holder {
  isDead: boolean;
  readonly line: Line;
  readonly stop: AbortController;
  worker: Worker | undefined;
}

interface ProcessHold extends Hold {
  readonly by: Process;
  /** In BullMQ. */
  readonly id: string;
}

/**
 * Plays one run. The order of all that is sent to Redis, of the checks and of the events is the scheduler's.
 * @throws Error for what must not happen
 */
export async function playQueue(
  subject: Subject,
  server: QueueServer,
  plan: QueuePlan,
  scheduler: Scheduler,
): Promise<void> {
  const { control, janitor } = server;
  await Promise.all([control.flushall(), loadServices()]);
  const make = (name: string) => target(name, "http://127.0.0.1:1");
  const targets: Target[] = [
    ...plan.single.map((_, at) => make(`single-${at}`)),
    ...plan.shared.map((_, at): Target => ({ ...make(`shared-${at}`), service: "cbr", api: null })),
  ];
  const kindOf = new Map([...plan.single, ...plan.shared].map((kind, at) => [targets[at]?.name ?? "", kind]));
  const textOf = ({ failure }: Pick<TargetResult, "failure">) => `${failure?.name}: ${failure?.message}`;
  const model = createModel(kindOf, (encoded) => textOf(decodeResult(encoded, make("any"))));
  const keys = runKeys(RUN);
  const clock = fakeClock();
  // The clock of this server is ahead of the one that follows once everything is lost.
  await control.xadd(keys.results, `${Date.now() + 3_600_000}-0`, "target", "none");
  await control.multi().xtrim(keys.results, "MAXLEN", 0).pexpire(keys.results, 3_600_000).exec();

  let problem: unknown;
  const fail = (error: unknown) => {
    problem ??= error;
  };
  const never = new Promise<never>(() => {});
  /** Waits for its turn, and then for the work that is its turn. */
  const step = (label: string, work: () => Promise<unknown> = async () => {}) =>
    new Promise<void>((resolve) => {
      const builder = () =>
        work()
          .catch(fail)
          .then(() => resolve());
      scheduler.scheduleSequence([{ label, builder }]);
    });

  // ---- Connections: each sends in order, and the scheduler decides which of them sends next.
  const direct = new Set<Promise<unknown>>();
  const track = (work: Promise<unknown>) => {
    const done: Promise<unknown> = work.catch(fail).finally(() => direct.delete(done));
    direct.add(done);
  };
  const hold = (line: Line, name: string, isOpen: () => boolean, send: (batch: Batch) => Promise<void>) => {
    let last = Promise.resolve();
    line.gate = (batch) => {
      const [first] = batch.commands;
      // The second half of a script that Redis did not have.
      if (first?.name === "eval") {
        track(send(batch));
        return;
      }
      const label = `${name} ${batch.commands.map((one) => one.name).join("+")}`;
      last = last.then(() =>
        step(label, async () => {
          if (!isOpen()) return;
          await send(batch);
          // Jobs are added in pipelines.
          if (batch.commands.length > 1) wake();
        }),
      );
    };
  };

  // ---- Workers.
  const held = new Map<string, ProcessHold>();
  const loseHolds = (isLost: (hold: ProcessHold) => boolean) => {
    for (const hold of held.values()) if (isLost(hold)) hold.isLost = true;
  };
  const fates = new Map<Line, "repeat" | "refuse">();
  let isCheckRefused = false;
  let isOver = false;
  let count = 0;
  let poisonings = 0;
  const processes: Process[] = [];
  /** Workers that have found no job, until there may be one. */
  const idle: (() => void)[] = [];
  const wake = () => {
    for (const each of idle.splice(0)) each();
  };
  const created: Worker[] = [];

  /** What the run's scripts must reply. */
  async function expectReply(by: Process, { commands }: Batch) {
    const [{ name, args } = { name: "", args: [] }] = commands;
    const [, count, ...rest] = args.map(String);
    if ((name !== "evalsha" && name !== "eval") || rest[0] !== keys.wanted) return undefined;
    const wanted = (await control.exists(keys.wanted)) === 1;
    const [one = "", other = ""] = rest.slice(Number(count));
    if (count === "4") return model.record(one, other, wanted);
    // What is checked exclusively has a job of its own.
    const most = other === "" ? Number.POSITIVE_INFINITY : 1;
    const holds = [...held.values()].filter(
      (each) => each.by === by && each.names.includes(one) && each.names.length <= most,
    );
    const hold = holds.find(({ isLost }) => isLost) ?? holds[0];
    return hold && model.begin(hold, one, other !== "", wanted);
  }

  /** What is to happen to a script that Redis has; if it has not, its text follows. */
  async function takeFate(line: Line, { commands }: Batch) {
    const [command] = commands;
    const fate = fates.get(line);
    if (fate === undefined || commands.length > 1 || !/^eval/.test(command?.name ?? "")) return undefined;
    const isKnown = command?.name === "eval" || (await control.script("EXISTS", String(command?.args[0])));
    if (String(isKnown) === "0") return undefined;
    fates.delete(line);
    return fate;
  }

  async function sendOf(by: Process, batch: Batch): Promise<void> {
    const [command] = batch.commands;
    const fate = await takeFate(by.line, batch);
    if (fate === "refuse") {
      command?.reject(
        Object.assign(new Error("MISCONF it cannot write to its disk"), { name: "ReplyError" }),
      );
      return;
    }
    for (const isLast of fate === "repeat" ? [false, true] : [true]) {
      const expected = await expectReply(by, batch);
      const reply = isLast ? batch.send().then(() => command?.promise) : batch.sendInVain();
      const found = await reply.catch((error: unknown) => error);
      if (command?.name === "hdel" && String(command.args[0]) === keys.exclusive) {
        model.handBack(String(command.args[1]));
      }
      if (expected === undefined || found instanceof Error) continue;
      // The same worker that begins again because it has had no reply.
      if (found !== expected.reply && !(isLast && fate === "repeat" && found === "go")) {
        throw new Error(`Redis replies ${found} instead of ${expected.reply}`);
      }
      if (found === expected.reply) expected.apply();
    }
  }

  function startProcess(line: Line, name: string): void {
    const process: Process = {
      ...{ name, line, isDead: false, checks: [], exclusive: new Set() },
      ...{ stop: new AbortController(), worker: undefined },
    };
    processes.push(process);
    hold(
      line,
      name,
      () => !process.isDead,
      (batch) => sendOf(process, batch),
    );
    class Steps extends Worker {
      constructor(queue: string, processor: Processor, options: WorkerOptions) {
        // No time passes in a run, as far as Redis can tell: locks are lost if the test takes them away.
        super(queue, processor, {
          ...options,
          autorun: false,
          lockDuration: 600_000,
          skipVersionCheck: true,
        });
        process.worker = this;
        created.push(this);
        track(this.waitUntilReady());
      }
    }
    const libraries: QueueLibraries = { Queue, Worker: Steps, WaitingError, Redis };
    const connection = { redis: line.redis, losses: () => 0, isLost: () => false, close() {} };
    subject.startConsumer({
      ...{ account: ACCOUNT, libraries, connection, handBack: process.stop.signal, onFailure() {} },
      tools: {
        store: subject.createRunStore(line.redis),
        lock: subject.createRwLock(),
        add: (account, jobs) => subject.addTo(account, jobs, libraries, connection),
        now: clock.now,
        check: checkOf(process),
      },
    });
    const lanes = Array.from({ length: LANES }, (_, at) =>
      lane(process, `${name}.${processes.length}.${at}`),
    );
    // A worker that was told to end is started anew.
    Promise.all(lanes).then(() => !isOver && startProcess(line, name), fail);
  }

  function checkOf(process: Process): CheckTarget {
    return async (one, _, signal) => {
      const { name } = one;
      try {
        model.check(process, name);
      } catch (error) {
        fail(error);
      }
      await step(`${process.name} checks ${name}`);
      if (process.isDead) return never;
      process.checks.splice(process.checks.indexOf(name), 1);
      process.exclusive.delete(name);
      if (signal.aborted) throw signal.reason;
      if (isCheckRefused) {
        isCheckRefused = false;
        throw new QueueError("Redis refuses");
      }
      const kind = kindOf.get(name);
      if (kind === "failing") throw new RangeError(`${name} cannot be checked`);
      if (kind === "poison") {
        poisonings += 1;
        die(process);
        return never;
      }
      count += 1;
      return { target: one, ...notChecked(new Error(`check ${count}`)) };
    };
  }

  async function lane(process: Process, name: string): Promise<void> {
    const { worker, stop } = process;
    for (let at = 0; worker !== undefined && !isOver && !stop.signal.aborted; at += 1) {
      const token = `${name}.${at}`;
      const job: Job | undefined = await worker.getNextJob(token, { block: false }).catch(() => undefined);
      if (job === undefined) {
        await new Promise<void>((resolve) => idle.push(resolve));
        if (process.isDead) return never;
        continue;
      }
      const names = namesOf(job.data);
      const hold = { id: job.id ?? "", names, by: process, isLost: false };
      held.set(token, hold);
      await worker.processJob(job, token, () => false);
      held.delete(token);
      model.settle(hold);
    }
  }

  function die(process: Process): void {
    if (process.isDead) return;
    process.isDead = true;
    loseHolds(({ by }) => by === process);
    for (const [token, { by }] of held) if (by === process) held.delete(token);
    startProcess(process.line, process.name);
    step("locks expire", lookForStalled);
  }

  /** Jobs whose lock nobody extends any more go to another worker. */
  async function lookForStalled(): Promise<void> {
    const active = await control.lrange(queueKey(ACCOUNT, "active"), 0, -1);
    if (active.length === 0) return;
    for (const id of active) {
      const key = queueKey(ACCOUNT, id);
      const token = (await control.get(`${key}:lock`)) ?? "";
      if (held.get(token)?.id === id) continue;
      const data = await control.hget(key, "data");
      // Marked as by an earlier look, one after the other: sets have another order in every server.
      await control
        .multi()
        .del(`${key}:lock`, queueKey(ACCOUNT, "stalled"), queueKey(ACCOUNT, "stalled-check"))
        .sadd(queueKey(ACCOUNT, "stalled"), id)
        .exec();
      await janitor.backend.moveStalledJobsToWait();
      model.lose(namesOf(data === null ? null : JSON.parse(data)));
      loseHolds((hold) => hold.id === id);
    }
    wake();
  }

  // ---- The audit.
  let stop = new AbortController();
  let auditLosses = 0;
  let isAuditRepeated = false;
  /** How often jobs were lost, with what they knew of the workers that were lost. */
  let resets = 0;

  let onConnect = () => {};
  const connect: typeof connectQueue = async () => {
    onConnect();
    let isOpen = true;
    for (const [line, name] of [
      [server.audit, "audit"],
      [server.reader, "reader"],
    ] as const) {
      hold(
        line,
        name,
        () => isOpen,
        async (batch) => {
          const [command] = batch.commands;
          if (isAuditRepeated && batch.commands.length === 1) {
            isAuditRepeated = false;
            auditLosses += 1;
            await batch.sendInVain();
          }
          if (command?.name !== "xread") return batch.send();
          // Without BLOCK: what it waits for is time, and that is the test's.
          command.args.splice(2, 2);
          await batch.send();
          if ((await command.promise) !== null) return;
          await clock.advance(1_000);
          if (held.size === 0) await lookForStalled();
        },
      );
    }
    return {
      redis: server.audit.redis,
      losses: () => auditLosses,
      isLost: () => false,
      close() {
        isOpen = false;
      },
    };
  };

  async function audit(): Promise<boolean> {
    stop = new AbortController();
    const { signal } = stop;
    const seen = new Set<string>();
    // It loads its libraries first, which takes a time of its own.
    track(new Promise<void>((resolve) => (onConnect = resolve)));
    const options = {
      ...{ targets, accounts: accounts({ [ACCOUNT]: null }), queue: server.url, runId: RUN, signal, clock },
      ...{ random: () => 0, quietMs: 3_000, patienceMs: 86_400_000 },
      onEvent(event: { readonly type: string }) {
        if (event.type === "put again" && resets === 0) fail(new Error("jobs were lost"));
      },
    };
    try {
      for await (const result of subject.auditOverQueue(options, connect)) {
        const { name } = result.target;
        model.yields(seen, name, textOf(result));
        seen.add(name);
      }
    } catch (error) {
      if (signal.aborted && error === signal.reason) return false;
      throw error;
    }
    if (seen.size !== targets.length) throw new Error(`${seen.size} results for ${targets.length} targets`);
    return true;
  }

  /** Audits until one has all results, or is ended and not continued; then the workers finish. */
  async function auditAll(): Promise<void> {
    while (!(await audit()) && plan.isContinued);
    const lists = [queueKey(ACCOUNT, "wait"), queueKey(ACCOUNT, "active")];
    while (!isOver) {
      await step("is all done?", async () => {
        if (held.size > 0) return;
        await lookForStalled();
        isOver = (await control.exists(...lists)) === 0;
      });
    }
  }

  // ---- What happens meanwhile.
  const happens: Record<Event["what"], (to: Process) => unknown> = {
    "a worker is killed": die,
    async "a worker stands still for too long"(process) {
      const ids = [...held.values()].filter(({ by }) => by === process).map(({ id }) => id);
      for (const id of ids) await control.del(queueKey(ACCOUNT, `${id}:lock`));
      await lookForStalled();
    },
    "a worker is told to end"({ stop }) {
      stop.abort(new Error("the worker stops"));
      wake();
    },
    "a worker's reply is lost": ({ line }) => fates.set(line, "repeat"),
    "a worker is refused": ({ line }) => fates.set(line, "refuse"),
    "a check is refused"() {
      isCheckRefused = true;
    },
    "the audit's reply is lost"() {
      isAuditRepeated = true;
    },
    "the audit is ended": () => stop.abort(new Error("enough")),
    async "the queue is lost"() {
      const all = await control.keys(queueKey(ACCOUNT, "*"));
      if (all.length > 0) await control.del(...all);
      loseHolds(() => true);
    },
    async "everything is lost"() {
      await control.flushall();
      model.forget();
      loseHolds(() => true);
      auditLosses += 1;
    },
  };

  /** Has what happens after so many steps wait for its turn. */
  function happen(steps: number): void {
    for (const { what, worker } of plan.events.filter(({ at }) => at === steps)) {
      step(what, async () => {
        const process = processes.findLast(({ line }) => line === server.workers[worker]);
        if (LOSING.has(what)) resets += 1;
        if (process !== undefined) await happens[what](process);
      });
    }
  }

  /** Resolves once nothing can go on without the scheduler. */
  async function untilAllWait(): Promise<void> {
    for (let quiet = 0; quiet < 2; ) {
      await settle();
      quiet = direct.size > 0 || scheduler.count() === 0 ? 0 : quiet + 1;
      await Promise.all(direct);
    }
  }

  async function expectEnd(): Promise<void> {
    const entries = await control.xrange(keys.results, "-", "+");
    const found = entries.map(([, [, name, , text]]) => [name, text]);
    if (String(found) !== String([...model.recorded])) throw new Error("Redis has other results");
    for (const key of await control.keys("*")) {
      if (key.startsWith(queueKey(ACCOUNT, `${RUN}.`))) throw new Error(`${key} is left`);
      // Of a queue that was lost meanwhile, BullMQ's scripts write settings and events again.
      if (resets > 0 && key.startsWith(queueKey(ACCOUNT, ""))) continue;
      if ((await control.pttl(key)) === -1) throw new Error(`${key} stays for good`);
    }
    const poisons = [...kindOf.values()].filter((kind) => kind === "poison").length;
    // Each ends three workers, after two that a job of several has ended.
    const most = (3 * poisons + 2) * (1 + resets);
    if (poisonings > most) throw new Error(`${poisonings} workers were lost`);
  }

  try {
    for (const [at, line] of server.workers.entries()) startProcess(line, `worker ${at}`);
    auditAll().catch(fail);
    for (let steps = 0; !isOver && problem === undefined; steps += 1) {
      if (steps > MAX_STEPS) throw new Error("the run does not end");
      happen(steps);
      await untilAllWait();
      await scheduler.waitOne();
    }
    if (problem !== undefined) throw problem;
    await expectEnd();
  } finally {
    for (const line of [...server.workers, server.audit, server.reader]) line.gate = null;
    for (const each of created) await each.close(true);
  }
}

/** The names of a job's targets; none of a job that Redis has lost. */
function namesOf(data: AuditJob | null): string[] {
  return data?.targets.map(({ name }) => name) ?? [];
}
