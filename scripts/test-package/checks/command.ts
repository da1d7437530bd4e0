import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Check, Failure, refuseProblems } from "../check.js";
import { type Ended, run } from "../shell.js";

/** The installed command line works: it lists, and one line names the peer that a command lacks. */
export const command: Check = {
  name: "command line",
  async run({ project, installed, manifest }) {
    const program = join(project, "node_modules/.bin/backup-records");
    const invoke = (args: readonly string[], env = {}) =>
      run(program, args, { cwd: project, env, timeout: 60_000 });
    const { startMock } = await import(pathToFileURL(join(installed, "dist/mock.js")).href);
    const mock = await startMock({ mode: "simulate", auth: "verify", records: 30 });
    try {
      const version = await invoke(["--version"]);
      const ids = ["--instance", "an-instance", "--base-url", mock.urls.dcs, "--region", "eu-west-101"];
      const list = await invoke(["list", "dcs", ...ids, "--format", "ndjson"], mock.env);
      const lint = await invoke(["lint", "entries.json"]);
      const listed = list.stdout.trim().split("\n").length;
      refuseProblems("the command line", [
        ...expectThat(version.stdout.trim() === manifest.version, "--version", version),
        ...expectThat(list.code === 0 && listed === 30, "list dcs", list),
        ...expectThat(
          lint.code === 2 && /^[^\n]*npm install[^\n]*@redocly\/cli[^\n]*\n$/.test(lint.stderr),
          "lint without its peer",
          lint,
        ),
      ]);
      return `${version.stdout.trim()} lists 30 records; ${lint.stderr.trim()}`;
    } catch (error) {
      throw error instanceof Failure ? error : new Failure(`${program}: ${error}`);
    } finally {
      await mock.stop();
    }
  },
};

function expectThat(holds: boolean, what: string, { code, stdout, stderr }: Ended): string[] {
  return holds ? [] : [`${what}: exit code ${code}, ${JSON.stringify(`${stdout}${stderr}`.slice(0, 400))}`];
}
