import stringWidth from "string-width";
import { afterAll, beforeAll, expect, test } from "vitest";
import { wholeRound } from "../support/round.js";
import { type BuiltCommand, installCommand } from "./support/command.js";
import { type Services, startServices } from "./support/services.js";
import { plain, startSession } from "./support/session.js";

let command: BuiltCommand;
let services: Services;
beforeAll(async () => {
  command = installCommand();
  services = await startServices();
});
afterAll(async () => {
  await services.stop();
  command.clean();
});

const list = "backup-records list dcs --base-url";
const colour = "\u001b[3";

test("a terminal gets a coloured table that fits into it, to the column", async () => {
  const session = startSession(
    `${list} $FIXTURE/chinese --instance i-1 --utc 2> /dev/null`,
    command,
    services.env,
  );
  expect(await session.ended).toBe(0);
  expect(session.drawn()).toContain(`${colour}2msucceeded`);
  const lines = plain(session.drawn()).trimEnd().split("\n");
  expect(lines).toMatchInlineSnapshot(`
    [
      "BACKUP                                 STATE      CREATED            FAILURE",
      "每日备份                               succeeded  2019-05-10 08:31Z",
      "缓存实例的每日自动备份记录与一个相当…  succeeded  2019-05-10 08:31Z",
      "plain                                  succeeded  2019-05-10 08:31Z",
    ]
  `);
  expect(lines.every((line) => stringWidth(line) <= 80)).toBe(true);
  const columns = lines.map((line) => stringWidth(line.slice(0, line.search(/STATE|succeeded/))));
  expect(new Set(columns).size).toBe(1);
});

test.skipIf(!wholeRound)("a terminal is told which columns it has no room for", async () => {
  const session = startSession(
    `${list} $FIXTURE/chinese --instance i-1 --utc > shown`,
    command,
    services.env,
  );
  expect(await session.ended).toBe(0);
  expect(plain(session.drawn())).not.toContain("not shown");
  const narrow = startSession(`${list} $FIXTURE/chinese --instance i-1 --utc`, command, services.env);
  expect(await narrow.ended).toBe(0);
  expect(plain(narrow.drawn())).toMatch(/^not shown: .*, ID; --wide shows all columns$/m);
});

test.skipIf(!wholeRound)("--quiet draws no bar and says no number", async () => {
  const script = `${list} $FIXTURE/three-pages --instance i-1 --page-size 5 --quiet > records; wc -l < records`;
  const session = startSession(script, command, services.env);
  expect(await session.ended).toBe(0);
  expect(session.drawn().trim()).toBe("25");
});

test.skipIf(!wholeRound)("NO_COLOR takes the colours away, and nothing else", async () => {
  const script = `${list} $FIXTURE/chinese --instance i-1 --utc`;
  const env = { ...services.env, NO_COLOR: "1" };
  const [plainly, coloured] = [
    startSession(script, command, env),
    startSession(script, command, services.env),
  ];
  await Promise.all([plainly.ended, coloured.ended]);
  expect(plainly.drawn()).not.toContain("\u001b");
  expect(plainly.drawn()).toBe(plain(coloured.drawn()).replaceAll("\n", "\r\n"));
});

test("--watch draws a bar that rises, and at the end the records", async () => {
  const script = `${list} $FIXTURE/watch-well+tty --instance i-1 --utc --watch --interval 0.2`;
  const session = startSession(script, command, services.env);
  expect(await session.ended).toBe(0);
  const drawn = plain(session.drawn());
  const shares = [...drawn.matchAll(/backup_1 .*?(\d+)% {2}(running|succeeded)/g)].map(
    ([, share, state]) => `${share} ${state}`,
  );
  expect([...new Set(shares)]).toEqual(["25 running", "50 running", "75 running", "100 succeeded"]);
  expect(drawn).toMatch(/█{5}░{15}/);
  expect(drawn).toMatch(/^BACKUP .*\nbackup_1 .* succeeded .*\nnot shown: .*\n$/m);
  expect(drawn).not.toContain("done long ago");
  // The cursor that was hidden is shown again.
  expect(session.drawn().lastIndexOf("\u001b[?25h")).toBeGreaterThan(
    session.drawn().lastIndexOf("\u001b[?25l"),
  );
});

test("a terminal gets the number of backups, and of those that failed", async () => {
  const session = startSession(`${list} $FIXTURE/states --instance i-1 > /dev/null`, command, services.env);
  expect(await session.ended).toBe(0);
  expect(plain(session.drawn())).toMatch(/7 backups, 1 failed$/m);
});

test("Ctrl-C ends a watch at once", async () => {
  const script = `exec ${list} $SIM_DCS --instance i-1 --watch --interval 30`;
  const session = startSession(script, command, services.env);
  await session.saw(/running/);
  session.type("\u0003");
  expect(await session.ended).toBe(130);
  expect(plain(session.drawn())).toMatch(/interrupted after 0 of 3 backups ended; the same command goes on/);
});

test.skipIf(!wholeRound)("records that go into a file leave the terminal to a progress bar", async () => {
  const script = `${list} $FIXTURE/three-pages --instance i-1 --page-size 5 > records; wc -l < records`;
  const session = startSession(script, command, services.env);
  expect(await session.ended).toBe(0);
  expect(plain(session.drawn())).toMatch(/░ 5 of 25/);
  expect(plain(session.drawn()).trimEnd()).toMatch(/25$/);
});

test("Ctrl-C ends a listing at once and says where to go on", async () => {
  const script = `exec ${list} $FIXTURE/stalls-later --instance i-1 --page-size 10 --format csv > records`;
  const session = startSession(script, command, services.env);
  await session.saw(/20 of 25/);
  session.type("\u0003");
  expect(await session.ended).toBe(130);
  // A terminal breaks the command as a shell reads it.
  const said = plain(session.drawn()).replaceAll(/( \\)?\n +/g, " ");
  expect(said).toMatch(
    /interrupted after 20 of 25 backups; to go on: backup-records list dcs .* --page-size 10 --resume/,
  );
});
