import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { type Check, Failure } from "../check.js";
import type { Subject } from "../subject.js";
import { type Workshop, workshopOf } from "../tools/install.js";
import { generators, type Tool } from "../tools/list.js";

/** What a service sends, by service. */
type Bodies = Readonly<Record<string, unknown>>;

const UNHEARD_OF = "unheard-of";

/** A generator of others makes clients that compile, list the documented examples, and take an unknown status. */
function generates({ name }: Tool): Check {
  return {
    name: `generator ${name}`,
    async run(subject) {
      const workshop = await workshopOf(subject);
      const contracts = workshop.contracts.filter((contract) => !contract.includes("zh-CN"));
      await workshop.node("generate.js", name, ...contracts);
      await compile(workshop, name);
      const list = async (urls: Readonly<Record<string, string>>): Promise<Bodies> =>
        JSON.parse(await workshop.node("call.js", name, JSON.stringify(urls)));

      const mock = await mockWithPrism(subject);
      const documented = await list(mock.urls).finally(() => mock.stop());
      const services = Object.keys(documented);
      for (const service of services) {
        const { components } = JSON.parse(await readFile(join(workshop.folder, `${service}.json`), "utf8"));
        const examples: { value: unknown }[] = Object.values(components.examples);
        const found = examples.some(({ value }) => holds(documented[service], value));
        if (!found) throw new Failure(`${service}: no documented example: ${shortened(documented[service])}`);
      }
      const unknown = await withUnknownStatuses(documented, list);
      for (const service of services) {
        const kept = JSON.stringify(unknown[service]).includes(UNHEARD_OF);
        if (!kept)
          throw new Failure(`${service}: the unknown status is lost: ${shortened(unknown[service])}`);
      }
      return `${services.length} clients compile, list the documented examples and take an unknown status`;
    },
  };
}

/** Compiles the generated code and its use, strictly, and bundles both so that Node can run them. */
async function compile({ folder, node }: Workshop, name: string): Promise<void> {
  const use = `clients/${name}.ts`;
  const config = `tsconfig.${name}.json`;
  const compilerOptions = {
    ...{
      target: "es2022",
      module: "esnext",
      moduleResolution: "bundler",
      lib: ["es2023", "dom", "dom.iterable"],
    },
    ...{ types: ["node"], strict: true, skipLibCheck: true, allowImportingTsExtensions: true, noEmit: true },
  };
  await writeFile(join(folder, config), JSON.stringify({ compilerOptions, files: [use] }));
  await node("node_modules/typescript/bin/tsc", "-p", config);
  await build({
    entryPoints: [join(folder, use)],
    outfile: join(folder, `generated/${name}.js`),
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    logLevel: "silent",
  });
}

const projects = new WeakMap<Subject, Promise<string>>();

/** The mock of the packed package, which plays the documented examples with its peer. */
async function mockWithPrism(subject: Subject) {
  const version = subject.manifest.devDependencies?.["@stoplight/prism-cli"] ?? "5";
  const project =
    projects.get(subject) ?? subject.cleanProject("tools-prism", `@stoplight/prism-cli@${version}`);
  projects.set(subject, project);
  const entry = join(await project, "node_modules/backup-records/dist/mock.js");
  const { startMock } = await import(pathToFileURL(entry).href);
  return startMock({ mode: "examples" });
}

/** Lists from servers that send these bodies with a status that no source page has. */
async function withUnknownStatuses(
  bodies: Bodies,
  list: (urls: Readonly<Record<string, string>>) => Promise<Bodies>,
): Promise<Bodies> {
  const server = createServer(({ url = "" }, response) => {
    const body = bodies[url.split("/")[1] ?? ""];
    const text = JSON.stringify(body, (key, value) => (/^status$/i.test(key) ? UNHEARD_OF : value));
    response.setHeader("content-type", "application/json").end(text);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  try {
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const urls = Object.keys(bodies).map((service) => [service, `${origin}/${service}`]);
    return await list(Object.fromEntries(urls));
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

/** Whether a body has every value of an example; a client may add defaults. */
function holds(body: unknown, example: unknown): boolean {
  if (typeof example !== "object" || example === null) return body === example;
  if (typeof body !== "object" || body === null) return false;
  return Object.entries(example).every(([key, value]) => holds(Reflect.get(body, key), value));
}

function shortened(body: unknown): string {
  return String(JSON.stringify(body)).slice(0, 400);
}

export const byGenerators: readonly Check[] = generators.map(generates);
