// How a release's section of CHANGELOG.md is written: the sentences of its changesets, and nothing else. Commits
// and pull requests are found from the sentences' own history.
const getReleaseLine = async ({ summary }) => {
  const [first, ...rest] = summary.split("\n").map((line) => line.trimEnd());
  return [`- ${first}`, ...rest.map((line) => (line === "" ? "" : `  ${line}`))].join("\n");
};

const getDependencyReleaseLine = async () => "";

module.exports = { getReleaseLine, getDependencyReleaseLine };
