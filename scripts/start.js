// The main job: lists the backup records of every document through the real client, from the embedded
// mocks. Plain JavaScript, so that a Node that is too old is told so instead of failing to parse it.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node ${process.versions.node} is too old: backup-records needs 20.19 or later.`);
  process.exitCode = 2;
} else {
  import("./start/run.js").then(
    ({ run }) => run(process.argv.slice(2)),
    (error) => {
      console.error(`npm start cannot begin: ${error.message.split("\n")[0]} Run npm ci first.`);
      process.exitCode = 2;
    },
  );
}
