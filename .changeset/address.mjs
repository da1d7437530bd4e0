// Writes the repository's address into package.json and README.md: the one place where it comes from. The release runs it
// in its own checkout before it packs, since a package page resolves no relative link.
//   node .changeset/address.mjs https://github.com/OWNER/backup-records [ref; default: the tag of the version]
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";

/** Links and pictures of Markdown, and pictures of HTML: what stands before the path, and the path. */
const LINK = /(\]\(|\b(?:src|srcset)=")(?![a-z]+:|#)([^)"#]+)/g;

const manifest = JSON.parse(readFileSync("package.json", "utf8"));
const [address = "", ref = `v${manifest.version}`] = process.argv.slice(2);
const problem = main();
if (problem !== undefined) {
  console.error(problem);
  process.exitCode = 1;
}

function main() {
  if (!/^https:\/\/[\w.-]+(?:\/[\w.-]+)+$/.test(address) || address.endsWith(".git"))
    return `${address || "nothing"} is not the address of a repository (expected https://host/owner/name)`;
  const readme = withRegistry(readFileSync("README.md", "utf8"));
  if (readme === undefined) return "README.md has no section between <!-- install… --> and <!-- /install -->";
  const broken = relativeLinks(readme).filter((path) => !existsSync(path));
  if (broken.length > 0) return `README.md links to ${broken.join(", ")}, which does not exist`;
  manifest.repository = { type: "git", url: `git+${address}.git` };
  manifest.homepage = `${address}#readme`;
  manifest.bugs = { url: `${address}/issues` };
  writeFileSync("package.json", `${JSON.stringify(manifest, null, 2)}\n`);
  writeFileSync("README.md", withAddress(readme));
  return undefined;
}

/** On a package page, the registry is where the package comes from. */
function withRegistry(text) {
  const section = /<!-- install[^>]*-->[\s\S]*<!-- \/install -->/;
  if (!section.test(text)) return undefined;
  return text.replace(section, `\`\`\`sh\nnpm install ${manifest.name}\n\`\`\``);
}

function relativeLinks(text) {
  return [...text.matchAll(LINK)].map(([, , path]) => path);
}

function withAddress(text) {
  return text.replaceAll(LINK, (_, before, path) => {
    const page = statSync(path).isDirectory() ? "tree" : "blob";
    return `${before}${address}/${before.startsWith("s") ? "raw" : page}/${ref}/${path}`;
  });
}
