import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, test } from "vitest";
import { clouds } from "../generated/services.js";

const services = Object.keys(clouds);

/** What each folder may import, besides itself. */
const RULES: { room: RegExp; may: RegExp }[] = [
  { room: /^generated\//, may: /^generated\// },
  { room: /^src\/core\//, may: /^src\/(core|records)\// },
  { room: /^src\/records\//, may: /^(src\/(records|core)\/|generated\/services\.js)/ },
  { room: /^src\/auth\//, may: /^src\/(auth|core)\// },
  ...services.map((name) => ({
    room: new RegExp(`^src/${name}/`),
    may: new RegExp(`^(src/(${name}|core|auth|records)|generated/${name})/`),
  })),
  {
    room: /^src\/(load-service|services)\.ts$/,
    may: /^(src\/(\w+\/service\.js|services\.js|core\/|records\/)|generated\/services\.js)/,
  },
  { room: /^src\/(index\.ts|validate\/|node\/)/, may: /^(src\/(?!cli\/|mock\/)|generated\/)/ },
  { room: /^src\/audit\//, may: /^(src\/(?!cli\/|mock\/)|generated\/)/ },
  { room: /^src\/mock\//, may: /^(src\/(?!cli\/)|generated\/)/ },
  { room: /^src\/cli\//, may: /^(src\/|generated\/)/ },
];

/** Rooms whose code runs wherever JavaScript runs. */
const PORTABLE = new RegExp(
  `^(generated|src/(core|records|auth|${services.join("|")}|validate|services\\.ts|index\\.ts))`,
);

interface Import {
  readonly from: string;
  readonly to: string;
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|js)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, "utf8");
  const specifiers = [...text.matchAll(/(?:\bfrom\s+|\bimport\s*\(?\s*)"([^"]+)"/g)].map(
    (match) => match[1] ?? "",
  );
  return specifiers.map((to) => ({
    from: file,
    to: to.startsWith(".") ? normalize(join(dirname(file), to)) : to,
  }));
}

const imports = [...filesOf("src"), ...filesOf("generated")].flatMap(importsOf);
const inside = imports.filter(({ to }) => /^(src|generated)\//.test(to));

describe("the directions of imports", () => {
  test("are found at all", () => {
    expect(inside.length).toBeGreaterThan(100);
    expect(inside).toContainEqual({ from: "src/dcs/client.ts", to: "src/core/client.js" });
  });

  test("follow the flow: nothing flows back", () => {
    const wrong = inside.filter(
      ({ from, to }) => !RULES.some(({ room, may }) => room.test(from) && may.test(to)),
    );
    expect(wrong).toEqual([]);
  });

  test("lead to openapi-fetch from one file alone, and to its types from one more", () => {
    const files = imports.filter(({ to }) => to === "openapi-fetch").map(({ from }) => from);
    expect(files.sort()).toEqual(["src/core/raw-client.ts", "src/core/raw.ts"]);
  });

  test("lead to no Node module from what runs anywhere", () => {
    const wrong = imports.filter(({ from, to }) => PORTABLE.test(from) && to.startsWith("node:"));
    expect(wrong).toEqual([]);
  });
});

test("one script alone imports openapi-typescript", () => {
  const files = filesOf("scripts")
    .flatMap(importsOf)
    .filter(({ to }) => to === "openapi-typescript");
  expect(files.map(({ from }) => from)).toEqual(["scripts/generate/types.ts"]);
});
