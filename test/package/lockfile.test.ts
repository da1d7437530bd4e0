import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

describe.each([".", "bench", "test/package/fixtures/programs"])("package-lock.json in %s", (folder) => {
  const { packages }: { packages: Readonly<Record<string, Locked>> } = JSON.parse(
    readFileSync(`${folder}/package-lock.json`, "utf8"),
  );
  const manifest: Readonly<Record<string, unknown>> = JSON.parse(
    readFileSync(`${folder}/package.json`, "utf8"),
  );

  // npm leaves out packages that its registry lacks; `npm ci` with another registry then refuses the file.
  test("has the packages of every platform, not only of the one that wrote it", () => {
    const missing = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
      Object.entries(optionalDependencies)
        .filter(([name]) => !isSeenFrom(packages, place, name))
        .map(([name, version]) => `${name}@${version}, for ${place}`),
    );
    expect(missing).toEqual([]);
  });

  test("names no registry, so that npm uses the configured one", () => {
    const named = Object.entries(packages).filter(([, { resolved }]) => resolved?.startsWith("http"));
    expect(named.map(([place]) => place)).toEqual([]);
  });

  test("is of this manifest", () => {
    const own = packages[""] ?? {};
    for (const field of ["version", "dependencies", "devDependencies", "peerDependencies", "engines"]) {
      expect(Reflect.get(own, field), field).toEqual(manifest[field]);
    }
  });
});

/** Whether a package at `place` finds another: in its own folder, or in one above. */
function isSeenFrom(packages: object, place: string, name: string): boolean {
  if (`${place}${place && "/"}node_modules/${name}` in packages) return true;
  const above = Math.max(0, place.lastIndexOf("node_modules/") - 1);
  return place !== "" && isSeenFrom(packages, place.slice(0, above), name);
}
